import type { Services } from '../context/context';
import { nowIso } from '../context/context';
import { authorOf } from '../conversations/author-of';
import { lockConversation } from '../conversations/lock-conversation';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import { recordRulings } from './record-rulings';
import { RULES_KEPT_MS, type ServiceLevels } from './service-levels';
import { writeClocks } from './write-clocks';

interface Recount {
  id: string;
  companyId: string | null;
  reason: 'plan' | 'policy' | 'calendar';
  after: string | null;
}

const AT_ONCE = 100;
/** Until then another node may start a clock by the old rules. */
const SETTLE_MS = RULES_KEPT_MS + 500;

/**
 * Reckons open clocks anew after their rules changed, ticket by ticket, so that nobody waits for a lock. Safe on several
 * nodes, and after a crash: who comes to a ticket second finds nothing to change. Gives how many tickets were looked at.
 */
export async function recountClocks(services: Services, settleMs = SETTLE_MS): Promise<number> {
  let done = 0;
  for (let recount = await findRecount(services, settleMs); recount; ) {
    const levels = await services.serviceLevels.refresh();
    const ids = await findTickets(services, recount);
    for (const id of ids) await recountTicket(services, id, levels, recount.reason);
    done += ids.length;
    await moveOn(services, recount, ids);
    recount = await findRecount(services, settleMs);
  }
  return done;
}

async function findRecount({ database }: Services, settleMs: number): Promise<Recount | undefined> {
  const [row] = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Recount[]>`
      select id, company_id as "companyId", reason, after from clock_recounts
      where created_at <= now() - ${settleMs} * interval '1 millisecond' order by created_at limit 1`,
  );
  return row;
}

async function findTickets({ database }: Services, { companyId, after }: Recount): Promise<string[]> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select conversation_id as id from tickets
      where status in ('open', 'on_hold', 'pending') and conversation_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
        ${companyId === null ? sql`` : sql`and company_id = ${companyId}`}
      order by conversation_id limit ${AT_ONCE}`,
  );
  return rows.map(({ id }) => id);
}

async function recountTicket(
  services: Services,
  id: string,
  levels: ServiceLevels,
  reason: Recount['reason'],
): Promise<void> {
  const recorded = await services.database.inTransaction(SYSTEM, async (tx): Promise<StoredEvent[]> => {
    const locked = await lockConversation(tx, id);
    if (!locked || locked.status === 'solved' || locked.status === 'closed') return [];
    const before = locked.clocks;
    const ruling = { reason, author: authorOf(SYSTEM), at: nowIso(services) };
    const events = await recordRulings(tx, locked, levels, ruling);
    await writeClocks(tx, locked, before);
    return events;
  });
  if (recorded.length > 0) services.bus.recorded(recorded);
}

async function moveOn({ database }: Services, { id }: Recount, ids: readonly string[]): Promise<void> {
  const last = ids.length < AT_ONCE ? undefined : ids.at(-1);
  await database.inTransaction(SYSTEM, ({ sql }) =>
    last === undefined
      ? sql`delete from clock_recounts where id = ${id}`
      : sql`update clock_recounts set after = ${last} where id = ${id}`,
  );
}
