import type { RetentionPage, RetentionPreview } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { SETTINGS } from '../settings/settings-table';
import { countAged } from './count-aged';
import { COUNT_CAP, cutoffOf, RETENTION_KEYS, type RetentionKey } from './retention-rules';
import { loadState } from './retention-state';

type RetentionContext = AdminContext & Pick<Services, 'settings'>;

/** How long each is kept, how many the next night removes, and what the last one did. */
export async function showRetention(ctx: RetentionContext): Promise<RetentionPage> {
  const days = await Promise.all(RETENTION_KEYS.map((key) => ctx.settings.get(key)));
  return changeAsAdmin(ctx, async (tx) => {
    const results = [];
    for (const [index, key] of RETENTION_KEYS.entries()) {
      const { least, fallback } = SETTINGS[key];
      const kept = days[index] ?? fallback;
      results.push({ key, days: kept, least, fallback, ...(await preview(ctx, tx, key, kept)) });
    }
    const state = await loadState(tx);
    return { results, lastRun: state && { at: state.at, removed: state.removed } };
  });
}

/** How many would go if so many days were kept. Refuses with `not_found`, `invalid_input`. */
export async function previewRetention(
  ctx: RetentionContext,
  given: { key: string; days: number },
): Promise<RetentionPreview> {
  const key = RETENTION_KEYS.find((one) => one === given.key);
  if (!key) throw new Refusal('not_found', 'There is no such rule.', { field: 'key' });
  const days = SETTINGS[key].parse(String(given.days));
  if (days === undefined) {
    throw new Refusal('invalid_input', `${key} takes ${SETTINGS[key].takes}.`, { field: 'days' });
  }
  return changeAsAdmin(ctx, (tx) => preview(ctx, tx, key, days));
}

async function preview(
  ctx: RetentionContext,
  tx: Transaction,
  key: RetentionKey,
  days: number,
): Promise<RetentionPreview> {
  const before = cutoffOf(days, ctx.now());
  const count = before === null ? 0 : await countAged(tx, key, before);
  return { doomed: Math.min(count, COUNT_CAP), more: count > COUNT_CAP };
}
