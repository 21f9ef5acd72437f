import type { ConversationEvent, RequesterConversation, Thread } from '../domain/event';
import type { Connection } from './connect';

/** Asks for what stands before a thread's first event; null when there is no answer. */
export async function loadEarlier<C extends RequesterConversation, E extends ConversationEvent>(
  connection: Connection,
  { conversation, events: [first] }: Thread<C, E>,
): Promise<{ events: E[]; hasEarlier: boolean } | null> {
  if (!first) return null;
  const input = { conversationId: conversation.id, before: first.seq };
  const ack = await connection.request('conversation:open', input);
  if (!ack.ok || ack.data.kind !== 'earlier') return null;
  const { events, hasEarlier } = ack.data;
  return { events: (events as E[]).filter((event) => event.seq < first.seq), hasEarlier };
}
