import { elapsedMs } from '@beseda/shared/domain/open-hours';
import type { CompanyTerms, ServiceLevels } from '../clocks/service-levels';
import { nowIso, type Services } from '../context/context';
import { lockConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

const HOUR_MS = 60 * 60_000;
const MOST_PER_PASS = 100;

interface Held extends CompanyTerms {
  conversationId: string;
  agentId: string;
  agentName: string;
  seenAt: string | null;
  awayUntil: string | null;
}

/**
 * Takes tickets on which somebody waits from agents who stay away long: by their own word, or because they have not been
 * seen for so many working hours of the company. They go back to the queue, where routing finds them. Gives how many.
 */
export async function releaseAbsent(services: Services, online: ReadonlySet<string>): Promise<number> {
  const hours = await services.settings.get('routing.absence_hours');
  if (hours === 0) return 0;
  const levels = await services.serviceLevels.get();
  const recorded = await services.database.inTransaction(SYSTEM, async (tx) => {
    const held = await loadHeld(services, tx, [...online], hours);
    const events: StoredEvent[] = [];
    for (const one of held) {
      if (!isLongAway(services, levels, one, hours * HOUR_MS)) continue;
      const event = await release(tx, one, nowIso(services));
      if (event) events.push(event);
    }
    return events;
  });
  if (recorded.length > 0) services.bus.recorded(recorded);
  return recorded.length;
}

/** Working hours are never more than hours: what has not gone by on the clock on the wall need not be looked at. */
async function loadHeld(
  services: Services,
  { sql }: Transaction,
  online: string[],
  hours: number,
): Promise<Held[]> {
  const at = nowIso(services);
  const before = new Date(services.now() - hours * HOUR_MS).toISOString();
  return sql<Held[]>`
    select t.conversation_id as "conversationId", a.id as "agentId", a.name as "agentName", a.seen_at as "seenAt",
      a.away_until as "awayUntil", o.plan, o.calendar_id as "calendarId", o.calendar_exceptions as "calendarExceptions"
    from agents a join tickets t on t.assignee_id = a.id and t.status = 'open' and t.waiting_since is not null
      join companies o on o.id = t.company_id
    where (a.away_until > ${at} or (a.seen_at < ${before} and not (a.id = any(${online}::uuid[]))))
    order by t.waiting_since limit ${MOST_PER_PASS}`;
}

function isLongAway(services: Services, levels: ServiceLevels, held: Held, longMs: number): boolean {
  const now = services.now();
  const level = levels.of(held);
  const worked = (from: number, to: number) => (level ? elapsedMs(level.hours, from, to) : to - from);
  if (held.awayUntil !== null && worked(now, Date.parse(held.awayUntil)) >= longMs) return true;
  return held.seenAt !== null && worked(Date.parse(held.seenAt), now) >= longMs;
}

async function release(tx: Transaction, held: Held, at: string): Promise<StoredEvent | null> {
  const locked = await lockConversation(tx, held.conversationId);
  if (!locked || locked.assigneeId !== held.agentId) return null;
  const event = await recordChange(tx, locked, {
    kind: 'assignee',
    author: { kind: 'system', id: null, name: '' },
    from: { id: held.agentId, name: held.agentName },
    to: null,
    why: 'absence',
    at,
  });
  await tx.sql`update tickets set assignee_id = null, updated_at = ${at} where conversation_id = ${locked.id}`;
  return event;
}
