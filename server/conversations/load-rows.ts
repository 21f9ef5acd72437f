import type { ShownPromise } from '@beseda/shared/domain/event';
import type { ConversationSummary, QueueRow } from '@beseda/shared/protocol/http';
import type postgres from 'postgres';
import type { Transaction } from '../db/connect';
import { toIso, toIsoOrNull } from '../db/instants';

export interface ListRow {
  id: string;
  number: number;
  subject: string;
  preview: string;
  status: QueueRow['status'];
  type: QueueRow['type'];
  priority: QueueRow['priority'];
  channel: QueueRow['channel'];
  assigneeId: string | null;
  assigneeName: string | null;
  personId: string;
  personName: string;
  companyId: string;
  companyName: string;
  plan: string | null;
  lastSeq: number;
  lastPublicSeq: number;
  lastRequesterSeq: number;
  agentReadSeq: number;
  requesterUnread: number;
  lastAuthorKind: 'requester' | 'agent' | 'system';
  lastAuthorName: string;
  lastMessageAt: string;
  waitingSince: string | null;
  promise: ShownPromise | null;
  nextDueAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** By which a requester's own list is ordered. */
  changedAt: string;
}

/** One row of both lists; `where`, `order` and `limit` make the list. */
export async function loadRows(
  { sql }: Pick<Transaction, 'sql'>,
  tail: postgres.PendingQuery<postgres.Row[]>,
): Promise<ListRow[]> {
  return sql<ListRow[]>`
    select c.id, t.number::int, c.subject, c.preview, t.status, t.type, t.priority, c.channel,
      t.assignee_id as "assigneeId", a.name as "assigneeName", p.id as "personId", p.name as "personName",
      o.id as "companyId", o.name as "companyName", o.plan, c.last_seq as "lastSeq",
      c.last_public_seq as "lastPublicSeq", c.last_requester_seq as "lastRequesterSeq",
      c.agent_read_seq as "agentReadSeq", c.requester_unread as "requesterUnread",
      c.last_author_kind as "lastAuthorKind", c.last_author_name as "lastAuthorName",
      c.last_message_at as "lastMessageAt", t.waiting_since as "waitingSince", t.promise, t.next_due_at as "nextDueAt",
      c.created_at as "createdAt", t.updated_at as "updatedAt",
      c.updated_at as "changedAt"
    from tickets t
      join conversations c on c.id = t.conversation_id
      join people p on p.id = c.person_id
      join companies o on o.id = c.company_id
      left join agents a on a.id = t.assignee_id
    ${tail}`;
}

export function toQueueRow(row: ListRow): QueueRow {
  return {
    conversationId: row.id,
    number: row.number,
    subject: row.subject,
    preview: row.preview,
    status: row.status,
    type: row.type,
    priority: row.priority,
    channel: row.channel,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
    requester: { id: row.personId, name: row.personName },
    company: { id: row.companyId, name: row.companyName, plan: row.plan },
    lastSeq: row.lastSeq,
    unread: row.lastRequesterSeq > row.agentReadSeq,
    waitingSince: toIsoOrNull(row.waitingSince),
    promise: row.promise,
    nextDueAt: toIsoOrNull(row.nextDueAt),
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
  };
}

/** How far a follower has read, as the answers that they have not seen. */
interface Following {
  conversationId: string;
  personId: string;
  unread: number;
}

/** Who follows those conversations that `condition` on `followers f` names. */
export async function loadFollowing(
  { sql }: Pick<Transaction, 'sql'>,
  condition: postgres.PendingQuery<postgres.Row[]>,
): Promise<Following[]> {
  return sql<Following[]>`
    select f.conversation_id as "conversationId", f.person_id as "personId", (
      select count(*)::int from events e where e.conversation_id = f.conversation_id and e.seq > f.read_seq
        and e.kind = 'message' and e.author_kind = 'agent') as unread
    from followers f where ${condition}`;
}

/** `reader`: whose list it is in; `following`: how far they have read what a colleague asked. A manager who does not follow has no mark. */
export function toSummary(row: ListRow, reader: string | null, following?: Following): ConversationSummary {
  const own = row.personId === reader ? row.requesterUnread : 0;
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    type: row.type,
    channel: row.channel,
    requester: { id: row.personId, name: row.personName },
    following: following !== undefined,
    lastSeq: row.lastPublicSeq,
    lastMessage: {
      text: row.preview,
      author: { kind: row.lastAuthorKind, name: row.lastAuthorName },
      at: toIso(row.lastMessageAt),
    },
    unread: following?.unread ?? own,
    promise: row.promise,
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
  };
}
