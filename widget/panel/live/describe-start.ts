import type { Draft } from '@beseda/shared/client/drafts';
import type { ConversationStart } from '@beseda/shared/protocol/socket';
import type { Panel } from '../model/panel';

/** What the first message of a conversation carries: the page as it is now, and what was suggested. */
export async function describeStart(panel: Panel, draft: Draft): Promise<ConversationStart> {
  const { page } = await panel.bridge.askState();
  const { subject } = panel;
  return {
    // Without what shows the parts, and lets them be taken out, only where the question was asked.
    page: panel.describePage?.(draft) ?? { url: page.url.slice(0, 2000), title: page.title.slice(0, 500) },
    evidence: panel.evidence.take(),
    locale: panel.state.locale,
    ...(subject && { subject }),
  };
}
