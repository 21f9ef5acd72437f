import type { ConversationStart } from '@beseda/shared/protocol/socket';
import type { Panel } from '../model/panel';

/** What the first message of a conversation carries: the page as it is now, and what was suggested. */
export async function describeStart(panel: Panel): Promise<ConversationStart> {
  const { page } = await panel.bridge.askState();
  const { context, route, subject } = panel;
  return {
    page: {
      url: page.url.slice(0, 2000),
      title: page.title.slice(0, 500),
      ...(route && { route }),
      ...(context && { context }),
    },
    evidence: panel.evidence.take(),
    locale: panel.state.locale,
    ...(subject && { subject }),
  };
}
