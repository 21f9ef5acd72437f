import type { Locale } from '@beseda/shared/domain/words';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';

/** How often articles are read: a number per article, language and day, and nothing about who read. */
export interface ArticleViews {
  count(number: number, locale: Locale): void;
  /** Stores what has been counted since the last time. */
  store(): Promise<void>;
  /** Numbers of the articles that are read and found helpful, the most popular first. */
  popular(): Promise<readonly number[]>;
}

const KEEP_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** What was read longer ago says little of today. */
const DAYS = 60;
/** A vote takes more trouble than a look. */
const VOTE_WEIGHT = 5;
const MOST = 500;

export function createArticleViews(database: Database, now: () => number): ArticleViews {
  let counted = new Map<string, number>();
  let kept: { at: number; numbers: Promise<readonly number[]> } | undefined;
  const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

  const add = async (views: ReadonlyMap<string, number>) => {
    const rows = [...views].map(
      ([key, count]) => [...key.split(' '), count] as [string, string, string, number],
    );
    await database.inTransaction(SYSTEM, async ({ sql }) => {
      // In one order on every node, so that two that store at once wait for each other.
      for (const [number, locale, day, count] of rows.toSorted(([a], [b]) => Number(a) - Number(b))) {
        await sql`
          insert into article_views (article_number, locale, day, views)
          values (${Number(number)}, ${locale}, ${day}, ${count})
          on conflict (article_number, locale, day) do update set views = article_views.views + excluded.views`;
      }
    });
  };
  const rank = () =>
    database.inTransaction(SYSTEM, async ({ sql }) => {
      const since = dayOf(now() - DAYS * DAY_MS);
      const rows = await sql<{ number: number }[]>`
        select number from (
          select article_number as number, sum(views) as score from article_views where day >= ${since} group by 1
          union all
          select article_number, sum(case when helpful then ${VOTE_WEIGHT}::int else -${VOTE_WEIGHT}::int end)
          from article_votes group by 1
        ) scores
        group by number having sum(score) > 0 order by sum(score) desc, number limit ${MOST}`;
      return rows.map(({ number }) => number);
    });

  return {
    count(number, locale) {
      const key = `${number} ${locale} ${dayOf(now())}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    },
    async store() {
      if (counted.size === 0) return;
      const taken = counted;
      counted = new Map();
      try {
        await add(taken);
      } catch (error) {
        for (const [key, count] of taken) counted.set(key, (counted.get(key) ?? 0) + count);
        throw error;
      }
    },
    popular() {
      if (!kept || now() - kept.at > KEEP_MS) {
        kept = { at: now(), numbers: rank() };
        kept.numbers.catch(() => {
          kept = undefined;
        });
      }
      return kept.numbers;
    },
  };
}
