import type { ShownPromise } from '@beseda/shared/domain/event';
import type { Channel, Priority, TicketStatus, TicketType } from '@beseda/shared/domain/words';
import type { Clock } from '../clocks/clock';
import { CLOCK_COLUMNS, type ClockRow, toClock } from '../clocks/clock-rows';
import type { CompanyTerms } from '../clocks/service-levels';
import type { Transaction } from '../db/connect';
import type { StoredLink } from './stored-event';

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
  firstAnsweredAt: string | null;
  createdAt: string;
  lastSeq: number;
  lastPublicSeq: number;
  requesterReadSeq: number;
  agentReadSeq: number;
  lastRequesterSeq: number;
  requesterUnread: number;
  promise: ShownPromise | null;
  acceptBy: string | null;
  links: readonly StoredLink[];
  followerIds: readonly string[];
  /** Those that run, and the solution's. */
  clocks: readonly Clock[];
  terms: CompanyTerms;
}

type ThreadPart = Pick<
  LockedConversation,
  | 'id'
  | 'companyId'
  | 'personId'
  | 'subject'
  | 'channel'
  | 'createdAt'
  | 'lastSeq'
  | 'lastPublicSeq'
  | 'requesterReadSeq'
  | 'agentReadSeq'
  | 'lastRequesterSeq'
  | 'requesterUnread'
  | 'links'
  | 'followerIds'
>;
type TicketPart = Omit<LockedConversation, keyof ThreadPart | 'clocks' | 'terms'> &
  CompanyTerms & { clocks: ClockRow[] | null };

/**
 * Null when there is none that the transaction's actor may see, or, without `wait`, when another holds it. What hangs on the row is read by a second statement, sent
 * along with the first: one that waited for the lock would still see it as it was before.
 */
export async function lockConversation(
  { sql }: Transaction,
  id: string,
  { wait }: { wait: boolean } = { wait: true },
): Promise<LockedConversation | null> {
  const [[thread], [ticket]] = await Promise.all([
    sql<ThreadPart[]>`
      select id, company_id as "companyId", person_id as "personId", subject, channel, created_at as "createdAt",
        last_seq as "lastSeq", last_public_seq as "lastPublicSeq", requester_read_seq as "requesterReadSeq",
        agent_read_seq as "agentReadSeq", last_requester_seq as "lastRequesterSeq",
        requester_unread as "requesterUnread", links,
        follower_ids as "followerIds"
      from conversations where id = ${id} for update ${wait ? sql`` : sql`skip locked`}`.execute(),
    sql<TicketPart[]>`
      select t.number::int, t.status, t.type, t.priority, t.assignee_id as "assigneeId",
        t.waiting_since as "waitingSince", t.first_answered_at as "firstAnsweredAt", t.promise,
        t.accept_by as "acceptBy", o.plan,
        o.calendar_id as "calendarId", o.calendar_exceptions as "calendarExceptions",
        (select json_agg(json_build_object(${sql.unsafe(CLOCK_COLUMNS)}) order by k.started_at) from clocks k
          where k.conversation_id = t.conversation_id
            and (k.kind = 'resolution' or k.met_at is null and k.cancelled_at is null)) as clocks
      from tickets t join companies o on o.id = t.company_id where t.conversation_id = ${id}`.execute(),
  ]);
  if (!thread || !ticket) return null;
  const { plan, calendarId, calendarExceptions, clocks, ...unit } = ticket;
  return {
    ...thread,
    ...unit,
    clocks: (clocks ?? []).map(toClock),
    terms: { plan, calendarId, calendarExceptions },
  };
}
