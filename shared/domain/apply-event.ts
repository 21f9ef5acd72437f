import type {
  ConversationEvent,
  FileEvent,
  MessageEvent,
  RequesterConversation,
  StatusEvent,
  Thread,
} from './event';

export type Outcome = 'applied' | 'duplicate' | 'gap';

/**
 * Adds one event to a thread: snapshot + events = a fresh snapshot. Pure; the given thread is not changed.
 * `duplicate`: already in. `gap`: something before it is missing; ask for the events after `conversation.lastSeq`.
 */
export function applyEvent<C extends RequesterConversation, E extends ConversationEvent>(
  thread: Thread<C, E>,
  event: E,
): { thread: Thread<C, E>; outcome: Outcome } {
  const { lastSeq } = thread.conversation;
  if (event.seq <= lastSeq) return { thread, outcome: 'duplicate' };
  if (event.prev !== lastSeq) return { thread, outcome: 'gap' };
  const conversation = {
    ...thread.conversation,
    ...changesOf(thread.conversation, event),
    ...event.state,
    ...(event.promise === undefined ? {} : { promise: event.promise }),
    lastSeq: event.seq,
  };
  const events = event.kind === 'file' ? thread.events.map((old) => withFile(old, event)) : thread.events;
  return { thread: { ...thread, conversation, events: [...events, event] }, outcome: 'applied' };
}

/** Adds events in order until the first gap. */
export function applyEvents<C extends RequesterConversation, E extends ConversationEvent>(
  thread: Thread<C, E>,
  events: readonly E[],
): { thread: Thread<C, E>; outcome: Outcome } {
  let state: { thread: Thread<C, E>; outcome: Outcome } = { thread, outcome: 'duplicate' };
  for (const event of events) {
    const next = applyEvent(state.thread, event);
    if (next.outcome === 'gap') return next;
    if (next.outcome === 'applied') state = next;
  }
  return state;
}

function changesOf(conversation: RequesterConversation, event: ConversationEvent): object {
  switch (event.kind) {
    case 'message':
      return messageChanges(conversation, event);
    case 'status':
      return { status: event.to, ...waitingChanges(conversation, event) };
    case 'type':
      return { type: event.to };
    case 'priority':
      return { priority: event.to };
    case 'assignee':
      return { assignee: event.to };
    case 'rating':
      return { rating: event.rating };
    default:
      return {};
  }
}

/**
 * Whoever writes has read what stands before, but not their colleagues; only agents' threads carry `waitingSince`. What is written on a solved ticket
 * may be thanks alone: only when it is opened again, somebody waits.
 */
function messageChanges(conversation: RequesterConversation, { seq, at, message }: MessageEvent): object {
  const byRequester = message.author.kind === 'requester';
  const asks = byRequester && conversation.status !== 'solved';
  const waiting =
    'waitingSince' in conversation && (asks || !byRequester)
      ? { waitingSince: asks ? (conversation.waitingSince ?? at) : null }
      : {};
  if (!byRequester) return { agentReadSeq: seq, ...waiting };
  return message.author.id === conversation.requester.id ? { requesterReadSeq: seq, ...waiting } : waiting;
}

/** Nobody waits for an answer on a ticket that rests; who opens a solved one again waits from then on. */
function waitingChanges(conversation: RequesterConversation, { from, to, at, author }: StatusEvent): object {
  if (!('waitingSince' in conversation)) return {};
  if (to === 'solved' || to === 'closed') return { waitingSince: null };
  return from === 'solved' && author.kind === 'requester' ? { waitingSince: at } : {};
}

/** The message that carries the file, with the file as it is now. */
function withFile<E extends ConversationEvent>(event: E, { file }: FileEvent): E {
  if (!('message' in event)) return event;
  const attachments = event.message.attachments.map((old) => (old.id === file.id ? file : old));
  return { ...event, message: { ...event.message, attachments } };
}
