import type { Message, RequesterEvent, RequesterThread } from '../../domain/event';
import type { Ack, MessageInput, MessageStored, Opened, OpenInput } from '../../protocol/socket';
import type { RequestName } from '../connect';
import { refuse } from './scripted-connection';

const AT = '2026-11-23T09:00:00.000Z';
const IVAN = { id: 'ivan', name: 'Иван' };
const WINDOW = 100;

/** The rules of the server's conversation engine in memory: client ids once, `seq` without holes, snapshots. */
export function createMessageServer() {
  const conversations = new Map<
    string,
    { events: RequesterEvent[]; requesterReadSeq: number; agentReadSeq: number }
  >();

  function conversation(id: string) {
    const known = conversations.get(id) ?? { events: [], requesterReadSeq: 0, agentReadSeq: 0 };
    conversations.set(id, known);
    return known;
  }

  function record(id: string, kind: 'requester' | 'agent', clientId: string, text: string): RequesterEvent {
    const state = conversation(id);
    const seq = state.events.length + 1;
    const author = kind === 'agent' ? { kind, name: 'Анна Петрова' } : { kind, ...IVAN };
    const message: Message = {
      id: clientId,
      seq,
      clientId,
      author,
      channel: 'widget',
      text,
      attachments: [],
      at: AT,
    };
    const event: RequesterEvent = { kind: 'message', seq, prev: seq - 1, at: AT, author, message };
    state.events.push(event);
    if (kind === 'requester') state.requesterReadSeq = seq;
    else state.agentReadSeq = seq;
    return event;
  }

  function snapshot(id: string): RequesterThread {
    const { events, requesterReadSeq, agentReadSeq } = conversation(id);
    return {
      conversation: {
        id,
        number: 1,
        subject: 'Выплата',
        status: 'open',
        type: null,
        channel: 'widget',
        assignee: null,
        promise: null,
        acceptBy: null,
        rating: null,
        links: [],
        requester: IVAN,
        followers: [],
        createdAt: AT,
        lastSeq: events.length,
        requesterReadSeq,
        agentReadSeq,
      },
      events: events.slice(-WINDOW),
      hasEarlier: events.length > WINDOW,
    };
  }

  function send({ conversationId, clientId, text, start }: MessageInput): Ack<MessageStored> {
    if (!conversations.has(conversationId) && !start) return refuse('not_found');
    const { events } = conversation(conversationId);
    const known = events.find((event) => event.kind === 'message' && event.message.clientId === clientId);
    const event = known ?? record(conversationId, 'requester', clientId, text);
    return { ok: true, data: { conversationId, number: 1, event, repeated: known !== undefined } };
  }

  function open({ conversationId, after, before }: OpenInput): Ack<Opened> {
    if (!conversations.has(conversationId)) return refuse('not_found');
    const { events, requesterReadSeq, agentReadSeq } = conversation(conversationId);
    if (before !== undefined) {
      const earlier = events.filter(({ seq }) => seq < before).slice(-WINDOW);
      return { ok: true, data: { kind: 'earlier', events: earlier, hasEarlier: (earlier[0]?.seq ?? 1) > 1 } };
    }
    if (after === undefined || events.length - after > WINDOW)
      return { ok: true, data: { kind: 'snapshot', thread: snapshot(conversationId), presence: [] } };
    const missing = events.filter(({ seq }) => seq > after);
    return {
      ok: true,
      data: { kind: 'events', events: missing, requesterReadSeq, agentReadSeq, presence: [] },
    };
  }

  return {
    record,
    snapshot,
    conversation,
    texts: (id: string) =>
      conversation(id).events.flatMap((event) => (event.kind === 'message' ? event.message.text : [])),
    answer(event: RequestName, input: never): Ack<unknown> {
      if (event === 'message:send') return send(input);
      if (event === 'conversation:open') return open(input);
      return { ok: true, data: null };
    },
  };
}
