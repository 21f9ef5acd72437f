import { recordAudit } from '../audit/record-audit';
import { contextFor, nowIso, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { forgetNeeds } from '../needs/forget-needs';
import { removeAged } from './remove-aged';
import { cutoffOf, RETENTION_KEYS, type RetentionKey } from './retention-rules';
import { claimDay, noteState } from './retention-state';

const FIRST_HOUR = 2;
const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Moscow',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/**
 * Once a day, from two at night in Moscow on, removes what is kept no longer; a server that slept then does it when it is
 * there again. One node of several takes the day. What was removed stands in the history and is told to `report`. Gives null
 * when it was not the time.
 */
export async function keepRetention(
  services: Services,
  report: (key: RetentionKey, count: number) => void = () => {},
): Promise<Partial<Record<RetentionKey, number>> | null> {
  const [day = '', hour = '0'] = LOCAL.format(services.now()).split(' ');
  if (Number(hour) < FIRST_HOUR) return null;
  const { database } = services;
  if (!(await database.inTransaction(SYSTEM, (tx) => claimDay(tx, day, nowIso(services))))) return null;
  const removed: Partial<Record<RetentionKey, number>> = {};
  for (const key of RETENTION_KEYS) {
    const before = cutoffOf(await services.settings.get(key), services.now());
    const count = before === null ? 0 : await removeAged(services, key, before);
    if (count === 0) continue;
    removed[key] = count;
    report(key, count);
    await note(services, key, removed);
  }
  await forgetNeeds(services, await services.settings.get('retention.searches_days'));
  services.log.info({ job: 'keep-retention', removed }, 'what was kept long enough is removed');
  return removed;
}

async function note(
  services: Services,
  key: RetentionKey,
  removed: Partial<Record<RetentionKey, number>>,
): Promise<void> {
  const ctx = contextFor(services, SYSTEM);
  await ctx.inTransaction(async (tx) => {
    await noteState(tx, { removed });
    const after = { removed: removed[key] };
    await recordAudit(ctx, tx, { kind: 'setting', id: key, name: key, before: {}, after });
  });
}
