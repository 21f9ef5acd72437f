import type { Channel, Priority, TicketStatus, TicketType } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';

/** A conversation and its ticket while this transaction holds the row: the only state in which a `seq` may be taken. */
export interface LockedConversation {
  id: string;
  companyId: string;
  personId: string;
  number: number;
  subject: string;
  channel: Channel;
  status: TicketStatus;
  type: TicketType | null;
  priority: Priority;
  assigneeId: string | null;
  waitingSince: string | null;
  lastSeq: number;
  lastPublicSeq: number;
  requesterReadSeq: number;
  agentReadSeq: number;
  lastRequesterSeq: number;
  requesterUnread: number;
}

/** Null when there is none that the transaction's actor may see. */
export async function lockConversation({ sql }: Transaction, id: string): Promise<LockedConversation | null> {
  const [row] = await sql<LockedConversation[]>`
    select c.id, c.company_id as "companyId", c.person_id as "personId", t.number::int, c.subject, c.channel,
      t.status, t.type, t.priority, t.assignee_id as "assigneeId", t.waiting_since as "waitingSince",
      c.last_seq as "lastSeq", c.last_public_seq as "lastPublicSeq", c.requester_read_seq as "requesterReadSeq",
      c.agent_read_seq as "agentReadSeq", c.last_requester_seq as "lastRequesterSeq",
      c.requester_unread as "requesterUnread"
    from conversations c join tickets t on t.conversation_id = c.id
    where c.id = ${id} for update of c`;
  return row ?? null;
}
