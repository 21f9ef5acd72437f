import { LOCALES } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';

const DAYS = 28;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Looks a day at the articles that the demo's companies read most, by number. */
const READ: Readonly<Record<number, number>> = {
  302: 14,
  202: 11,
  402: 9,
  204: 8,
  503: 6,
  101: 5,
  801: 4,
  305: 4,
};

/** What was read in the weeks before the demo began. */
export async function prepareViews({ database, now }: Services): Promise<void> {
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    for (const locale of LOCALES) {
      for (let ago = 1; ago <= DAYS; ago++) {
        const moment = new Date(now() - ago * DAY_MS);
        const isWeekend = [0, 6].includes(moment.getUTCDay());
        const rows = Object.entries(READ).map(([number, looks]) => ({
          article_number: Number(number),
          locale,
          day: moment.toISOString().slice(0, 10),
          views: Math.ceil(looks / (isWeekend ? 4 : 1) / (locale === 'ru' ? 1 : 3)),
        }));
        await sql`insert into article_views ${sql(rows)} on conflict do nothing`;
      }
    }
  });
}
