import { type Drafts, hasContent } from '@beseda/shared/client/drafts';
import type { Panel } from '../model/panel';

/** Brings back what was not sent, unless somebody else has come meanwhile; what has been typed stays. */
export async function restoreDrafts(panel: Panel, drafts: Drafts): Promise<void> {
  const { session } = panel;
  const restored = await drafts.loadAll();
  if (panel.session !== session) return;
  for (const [key, draft] of Object.entries(panel.state.drafts)) if (hasContent(draft)) restored[key] = draft;
  panel.set({ drafts: restored });
  if (restored.new) panel.suggest();
}
