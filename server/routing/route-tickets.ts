import type { RoutingReason } from '@beseda/shared/domain/event';
import { nowIso, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { LOCKS } from '../db/locks';
import { queueNotice } from '../mail/queue-notice';

const MOST_PER_PASS = 50;

interface Match {
  conversationId: string;
  agentId: string;
  agentName: string;
  why: Exclude<RoutingReason, 'absence'>;
}

/**
 * Gives open tickets without an assignee to the agents who are there: first to the company's own agent or team, then, where
 * the setting says `all`, by team, language and load. Those for whom nobody is there stay in the queue. Gives how many.
 */
export async function routeTickets(services: Services, online: ReadonlySet<string>): Promise<number> {
  const mode = await services.settings.get('routing.mode');
  if (mode === 'off' || online.size === 0) return 0;
  const recorded = await services.database.inTransaction(SYSTEM, async (tx) => {
    const [lock] = await tx.sql<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(${LOCKS.routing}) as mine`;
    const events: StoredEvent[] = [];
    if (!lock?.mine) return events;
    while (events.length < MOST_PER_PASS) {
      const match = await findMatch(tx, { online: [...online], all: mode === 'all', at: nowIso(services) });
      const event = match && (await assign(tx, match, nowIso(services)));
      if (!event) break;
      events.push(event);
    }
    return events;
  });
  if (recorded.length > 0) services.bus.recorded(recorded);
  return recorded.length;
}

/** The next ticket that somebody can take, the most urgent and longest waiting first, and who it is. */
async function findMatch(
  { sql }: Transaction,
  given: { online: string[]; all: boolean; at: string },
): Promise<Match | null> {
  const [match] = await sql<Match[]>`
    with able as (
      select * from (
        select a.id, a.name, a.languages, a.capacity, a.routed_at,
          (select count(*) from tickets w where w.assignee_id = a.id and w.status = 'open') as load
        from agents a
        where a.id = any(${given.online}::uuid[]) and not a.disabled
          and (a.away_until is null or a.away_until <= ${given.at})
      ) present where load < capacity
    )
    select t.conversation_id as "conversationId", b.id as "agentId", b.name as "agentName",
      case when b.own then 'dedicated_agent' when b.dedicated then 'dedicated_team' when b.member then 'team'
        else 'load' end as why
    from tickets t
      join conversations c on c.id = t.conversation_id
      join people p on p.id = c.person_id
      join companies o on o.id = c.company_id
      cross join lateral (
        select able.*, able.id is not distinct from o.agent_id as own,
          exists (select from team_members m where m.team_id = o.team_id and m.agent_id = able.id) as dedicated,
          exists (select from team_members m where m.team_id = t.team_id and m.agent_id = able.id) as member
        from able
      ) b
    where t.assignee_id is null and t.status = 'open' and (${given.all} or b.own or b.dedicated)
    order by case when t.priority = 'urgent' then 0 else 1 end,
      coalesce(t.next_due_at, t.waiting_since, 'infinity'), t.number, b.own desc, b.dedicated desc, b.member desc, coalesce(c.locale, p.locale) = any(b.languages) desc,
      b.load::float / b.capacity, b.routed_at nulls first, b.id
    limit 1`;
  return match ?? null;
}

async function assign(
  tx: Transaction,
  { conversationId, agentId, agentName, why }: Match,
  at: string,
): Promise<StoredEvent | null> {
  const locked = await lockConversation(tx, conversationId);
  if (!locked || locked.assigneeId !== null || locked.status !== 'open') return null;
  const event = await recordChange(tx, locked, {
    kind: 'assignee',
    author: { kind: 'system', id: null, name: '' },
    from: null,
    to: { id: agentId, name: agentName },
    why,
    at,
  });
  await tx.sql`update tickets set assignee_id = ${agentId}, updated_at = ${at} where conversation_id = ${locked.id}`;
  await queueNotice(tx, locked, { agentIds: [agentId], kind: 'assigned', seq: event.seq, at });
  await tx.sql`update agents set routed_at = ${at} where id = ${agentId}`;
  return event;
}
