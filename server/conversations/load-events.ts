import type { MailMark } from '@beseda/shared/domain/event';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import type { StoredAttachment, StoredEvent } from './stored-event';

interface EventRow {
  conversationId: string;
  seq: number;
  prevPublicSeq: number;
  kind: StoredEvent['kind'];
  audience: StoredEvent['audience'];
  authorKind: StoredEvent['author']['kind'];
  authorId: string | null;
  authorName: string;
  createdAt: string;
  data: StoredEvent['data'];
  messageId: string | null;
  clientId: string;
  channel: 'widget';
  text: string;
  folded: string | null;
  mail: MailMark | null;
  attachments: StoredAttachment[] | null;
}

export interface EventRange {
  conversationId: string;
  /** Exclusive lower and inclusive upper bound of `seq`. */
  after: number;
  upTo: number;
  limit: number;
  /** `last`: the newest `limit` of the range. Both come back ascending. */
  take: 'first' | 'last';
}

/** Events of a conversation that the transaction's actor may see, ascending. */
export async function loadEvents({ sql }: Transaction, range: EventRange): Promise<StoredEvent[]> {
  const order = range.take === 'last' ? sql`desc` : sql`asc`;
  const rows = await sql<EventRow[]>`
    select e.conversation_id as "conversationId", e.seq, e.prev_public_seq as "prevPublicSeq", e.kind, e.audience,
      e.author_kind as "authorKind", e.author_id as "authorId", e.author_name as "authorName",
      e.created_at as "createdAt", e.data, m.id as "messageId", m.client_id as "clientId", m.channel, m.text, m.folded,
      m.mail,
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size,
          'sha256', a.sha256, 'width', a.width, 'height', a.height, 'state', a.state, 'threat', a.threat) order by a.position)
        from attachments a where a.message_id = m.id) as attachments
    from events e left join messages m on m.conversation_id = e.conversation_id and m.seq = e.seq
    where e.conversation_id = ${range.conversationId} and e.seq > ${range.after} and e.seq <= ${range.upTo}
    order by e.seq ${order} limit ${range.limit}`;
  const events = rows.map(toStoredEvent);
  return range.take === 'last' ? events.reverse() : events;
}

/** The event of a message that this author sent under this client id, in any conversation. */
export async function findMessageEvent(
  tx: Transaction,
  authorId: string,
  clientId: string,
): Promise<StoredEvent | null> {
  const [found] = await tx.sql<{ conversationId: string; seq: number }[]>`
    select conversation_id as "conversationId", seq from messages
    where author_id = ${authorId} and client_id = ${clientId}`;
  if (!found) return null;
  const { conversationId, seq } = found;
  const [event] = await loadEvents(tx, {
    conversationId,
    after: seq - 1,
    upTo: seq,
    limit: 1,
    take: 'first',
  });
  return event ?? null;
}

function toStoredEvent(row: EventRow): StoredEvent {
  return {
    conversationId: row.conversationId,
    seq: row.seq,
    prevPublicSeq: row.prevPublicSeq,
    kind: row.kind,
    audience: row.audience,
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    at: toIso(row.createdAt),
    data: row.data,
    message:
      row.messageId === null
        ? null
        : {
            id: row.messageId,
            clientId: row.clientId,
            channel: row.channel,
            text: row.text,
            folded: row.folded,
            mail: row.mail,
            attachments: row.attachments ?? [],
          },
  };
}
