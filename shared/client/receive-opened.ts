import { applyEvents } from '../domain/apply-event';
import type { ConversationEvent, RequesterConversation, Thread } from '../domain/event';
import type { Opened, Presence } from '../protocol/socket';

/** What the client holds of a conversation that is open. */
export interface OpenedThread<C extends RequesterConversation, E extends ConversationEvent> {
  thread: Thread<C, E> | null;
  presence: Presence[];
}

export const bySeq = <E extends ConversationEvent>(events: readonly E[]): E[] =>
  [...events].sort((a, b) => a.seq - b.seq);

/** Brings a thread up to an answer of `conversation:open`. Pure. */
export function receive<C extends RequesterConversation, E extends ConversationEvent>(
  { thread, presence }: OpenedThread<C, E>,
  opened: Opened,
): OpenedThread<C, E> {
  if (opened.kind === 'snapshot')
    return { thread: opened.thread as unknown as Thread<C, E>, presence: opened.presence };
  if (!thread || opened.kind !== 'events') return { thread, presence };
  const next = applyEvents(thread, opened.events as E[]).thread;
  const { requesterReadSeq, agentReadSeq } = next.conversation;
  const conversation = {
    ...next.conversation,
    requesterReadSeq: Math.max(requesterReadSeq, opened.requesterReadSeq),
    agentReadSeq: Math.max(agentReadSeq, opened.agentReadSeq),
  };
  return { thread: { ...next, conversation }, presence: opened.presence };
}
