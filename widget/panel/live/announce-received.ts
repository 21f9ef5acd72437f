import type { ConversationSummary } from '@beseda/shared/protocol/http';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';

/** An agent has written: the host is told, screen readers say it, and one tab makes one sound. */
export function announceReceived(
  panel: Panel,
  { id, number, lastSeq, lastMessage }: ConversationSummary,
): void {
  const { author, text } = lastMessage;
  panel.bridge.raise('messageReceived', { number, author: author.name });
  panel.set({ announcement: fill(panel.state.texts.received, { name: author.name, text }) });
  const shown = panel.state.screens.at(-1);
  const isRead = panel.host?.visible && shown?.name === 'thread' && shown.id === id && document.hasFocus();
  void import('./play-sound').then(({ playSound }) => playSound(`${id} ${lastSeq}`, !isRead)).catch(() => {});
}
