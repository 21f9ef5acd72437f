import type { Draft } from '@beseda/shared/client/drafts';
import type { Panel } from '../model/panel';
import type { Live } from './start-live';

/** Brings back what was not sent; what has been typed meanwhile stays. */
export async function restoreDrafts(panel: Panel, { drafts }: Pick<Live, 'drafts'>): Promise<void> {
  const restored: Record<string, Draft> = await drafts.loadAll();
  for (const [key, draft] of Object.entries(panel.state.drafts)) if (draft.text) restored[key] = draft;
  panel.set({ drafts: restored });
  if (restored.new) panel.suggest();
}
