import { createDrafts, type Drafts } from '@beseda/shared/client/drafts';
import { openStore, type Store } from '@beseda/shared/client/store';
import type { Panel } from '../model/panel';
import { rescue } from './rescue';
import { restoreDrafts } from './restore-drafts';

/** What a person has written and not sent, on this browser's disk. */
export interface Keep {
  /** App, company and person: nobody else sees these rows. */
  owner: string;
  store: Store;
  drafts: Drafts;
}

/** Opens the storage and brings back drafts; messages that wait to be sent call for the line too. */
export async function startKeep(panel: Panel): Promise<Keep> {
  const { session } = panel;
  const owner = panel.owner();
  const store = await openStore('beseda');
  const keep = { owner, store, drafts: createDrafts(store, owner) };
  if (panel.session !== session) return keep;
  panel.set({ durable: store.durable() });
  await rescue(panel, keep);
  await restoreDrafts(panel, keep.drafts);
  if ((await store.list('outbox', owner)).length > 0) setTimeout(() => void panel.startLive());
  return keep;
}
