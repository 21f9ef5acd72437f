import { ALERT_KINDS, type AlertKind } from '@beseda/shared/domain/words';
import type { Alert } from '@beseda/shared/protocol/http';
import { raiseAlerts } from '../alerts/raise-alerts';
import { nowIso, type Services } from '../context/context';
import { authorOf } from '../conversations/author-of';
import { type LockedConversation, lockConversation } from '../conversations/lock-conversation';
import { recordChange } from '../conversations/record-change';
import type { StoredEvent } from '../conversations/stored-event';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { queuePromiseMail } from '../mail/queue-promise-mail';
import { type Clock, isOpenClock } from './clock';
import { reckonClock } from './reckon-clock';
import type { ServiceLevel } from './service-levels';
import { samePromise, showPromise } from './show-promise';
import { writeClocks } from './write-clocks';

interface Swept {
  recorded: StoredEvent[];
  alerts: (Alert & { agentId: string })[];
}

const AT_ONCE = 200;

/**
 * Gives the alerts that are due and records the deadlines that have passed. Runs on every node each second: a ticket that
 * somebody works on at the moment is left for the next turn, and what another node did first is not due any more.
 */
export async function sweepClocks(services: Services): Promise<number> {
  const levels = await services.serviceLevels.get();
  let done = 0;
  for (const id of await findDue(services)) {
    const swept = await services.database.inTransaction(SYSTEM, async (tx): Promise<Swept | null> => {
      const locked = await lockConversation(tx, id, { wait: false });
      const level = locked && levels.of(locked.terms);
      return locked && level ? alertOn(services, tx, locked, level) : null;
    });
    if (!swept) continue;
    done += 1;
    if (swept.recorded.length > 0) services.bus.recorded(swept.recorded);
    services.bus.alerted(swept.alerts);
  }
  return done;
}

async function findDue(services: Services): Promise<string[]> {
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select conversation_id as id from clocks where next_alert_at <= ${nowIso(services)}
      order by next_alert_at limit ${AT_ONCE}`,
  );
  return [...new Set(rows.map(({ id }) => id))];
}

async function alertOn(
  services: Services,
  tx: Transaction,
  locked: LockedConversation,
  level: ServiceLevel,
): Promise<Swept> {
  const now = services.now();
  const before = locked.clocks;
  const swept: Swept = { recorded: [], alerts: [] };
  for (const clock of before.filter(isOpenClock)) {
    const { next, kinds } = stepAlerts(clock, level, now);
    if (next === clock) continue;
    locked.clocks = locked.clocks.map((one) => (one === clock ? next : one));
    for (const kind of kinds) swept.alerts.push(...(await raiseAlerts(services, tx, locked, next, kind)));
    if (next.breachedAt !== clock.breachedAt) {
      swept.recorded.push(await recordMiss(tx, locked, next, nowIso(services)));
    }
  }
  await queuePromiseMail(tx, locked, swept.recorded, nowIso(services));
  await writeClocks(tx, locked, before);
  return swept;
}

/** The alerts that are due by now. Of a deadline that has passed meanwhile nobody is warned any more. */
function stepAlerts(clock: Clock, level: ServiceLevel, now: number): { next: Clock; kinds: AlertKind[] } {
  let next = clock;
  const kinds: AlertKind[] = [];
  while (next.nextAlertAt !== null && next.nextAlertAt <= now) {
    const kind = ALERT_KINDS[next.alertLevel];
    if (!kind) break;
    const passed = next.dueAt !== null && next.dueAt <= now;
    if (!(kind === 'warning' && passed)) kinds.push(kind);
    const breachedAt = kind === 'breach' ? next.dueAt : next.breachedAt;
    next = reckonClock({ ...next, alertLevel: next.alertLevel + 1, breachedAt }, level);
  }
  return { next, kinds };
}

async function recordMiss(
  tx: Transaction,
  locked: LockedConversation,
  { kind, dueAt }: Clock,
  at: string,
): Promise<StoredEvent> {
  const due = dueAt === null ? null : new Date(dueAt).toISOString();
  const promise = showPromise(locked.clocks, locked.promise);
  const told = !samePromise(promise, locked.promise);
  locked.promise = promise;
  return recordChange(tx, locked, {
    kind: 'promise',
    author: authorOf(SYSTEM),
    at,
    from: due,
    to: due,
    clock: kind,
    reason: 'missed',
    audience: told ? 'all' : 'agents',
    ...(told ? { promise } : {}),
  });
}
