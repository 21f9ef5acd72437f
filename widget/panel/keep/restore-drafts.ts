import type { Drafts } from '@beseda/shared/client/drafts';
import type { Panel } from '../model/panel';

/** Brings back what was not sent; what has been typed meanwhile stays. */
export async function restoreDrafts(panel: Panel, drafts: Drafts): Promise<void> {
  const restored = await drafts.loadAll();
  for (const [key, draft] of Object.entries(panel.state.drafts)) if (draft.text) restored[key] = draft;
  panel.set({ drafts: restored });
  if (restored.new) panel.suggest();
}
