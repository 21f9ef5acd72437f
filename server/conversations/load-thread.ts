import type { AgentConversation, PersonRef, RequesterConversation } from '@beseda/shared/domain/event';
import type { Locale, PersonRole } from '@beseda/shared/domain/words';
import type postgres from 'postgres';
import type { Actor } from '../db/actor';
import type { Transaction } from '../db/connect';
import { toIso, toIsoOrNull } from '../db/instants';
import { presentLink, presentPerson, presentRating } from './present-event';

interface ThreadRow extends Omit<AgentConversation, 'requester' | 'followers' | 'assignee' | 'lastSeq'> {
  lastSeq: number;
  lastPublicSeq: number;
  assigneeId: string | null;
  assigneeName: string | null;
  personId: string;
  personName: string;
  personEmail: string | null;
  personRole: PersonRole;
  personLocale: Locale;
  companyId: string;
  externalId: string;
  companyName: string;
  plan: string | null;
  region: string | null;
  followers: PersonRef[] | null;
}

/** The state of one conversation, by id or by ticket number, as it stands in one statement. Null: none that the actor may see. */
export async function loadThread(
  { sql }: Transaction,
  which: { id: string } | { number: number },
): Promise<ThreadRow | null> {
  const condition = 'id' in which ? sql`c.id = ${which.id}` : sql`t.number = ${which.number}`;
  const [row] = await loadThreads({ sql }, condition);
  return row ?? null;
}

/** Those that `condition` on `conversations c` and `tickets t` names, in no order. */
export async function loadThreads(
  { sql }: Pick<Transaction, 'sql'>,
  condition: postgres.PendingQuery<postgres.Row[]>,
): Promise<ThreadRow[]> {
  return sql<ThreadRow[]>`
    select c.id, t.number::int, c.subject, t.status, t.type, t.priority, c.channel, c.page, c.evidence,
      c.report, c.links, t.accept_by as "acceptBy", t.waiting_since as "waitingSince", t.promise, c.created_at as "createdAt", c.last_seq as "lastSeq",
      c.last_public_seq as "lastPublicSeq", c.requester_read_seq as "requesterReadSeq",
      c.agent_read_seq as "agentReadSeq", t.assignee_id as "assigneeId", a.name as "assigneeName",
      p.id as "personId", p.name as "personName", p.email as "personEmail", p.role as "personRole",
      p.locale as "personLocale", o.id as "companyId", o.external_id as "externalId", o.name as "companyName",
      o.plan, o.region,
      (select json_build_object('score', r.score, 'comment', r.comment, 'at', r.rated_at) from ratings r
        where r.conversation_id = c.id) as rating,
      (select json_agg(json_build_object('id', w.id, 'name', w.name) order by f.created_at, w.id)
        from followers f join people w on w.id = f.person_id where f.conversation_id = c.id) as followers
    from conversations c
      join tickets t on t.conversation_id = c.id
      join people p on p.id = c.person_id
      join companies o on o.id = c.company_id
      left join agents a on a.id = t.assignee_id
    where ${condition}`;
}

/** The last `seq` that this kind of actor is given. */
export function lastSeqFor(actor: Actor, row: { lastSeq: number; lastPublicSeq: number }): number {
  return actor.kind === 'agent' || actor.kind === 'system' ? row.lastSeq : row.lastPublicSeq;
}

export function toRequesterConversation(row: ThreadRow): RequesterConversation {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    type: row.type,
    channel: row.channel,
    assignee: row.assigneeId === null ? null : { name: row.assigneeName ?? '' },
    promise: row.promise,
    acceptBy: toIsoOrNull(row.acceptBy),
    links: row.links.map(presentLink),
    rating: row.rating && presentRating(row.rating),
    requester: { id: row.personId, name: row.personName },
    followers: (row.followers ?? []).map(presentPerson),
    createdAt: toIso(row.createdAt),
    lastSeq: row.lastPublicSeq,
    requesterReadSeq: row.requesterReadSeq,
    agentReadSeq: row.agentReadSeq,
  };
}

export function toAgentConversation(row: ThreadRow): AgentConversation {
  return {
    ...toRequesterConversation(row),
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
    lastSeq: row.lastSeq,
    priority: row.priority,
    requester: {
      id: row.personId,
      name: row.personName,
      email: row.personEmail,
      role: row.personRole,
      locale: row.personLocale,
      company: {
        id: row.companyId,
        externalId: row.externalId,
        name: row.companyName,
        plan: row.plan,
        region: row.region,
      },
    },
    report: row.report,
    page: row.page,
    evidence: row.evidence,
    waitingSince: toIsoOrNull(row.waitingSince),
  };
}
