import { keyOf } from '../articles/load-articles';
import type { Transaction } from '../db/connect';

/**
 * What people did with an article in one locale, by search and suggestions. What is older counts less: half after 90 days,
 * nothing after a year. `helped`: yes votes, and drafts that it answered; `notHelped`: no votes, and tickets that came
 * although it had been read. `refused`: it was shown, and people said that it is not what they ask. A person counts once for each question.
 */
export interface Popularity {
  shown: number;
  opened: number;
  helped: number;
  notHelped: number;
  refused: number;
}

const HALF_LIFE_DAYS = 90;
const DAYS = 365;

/** By `keyOf`; articles that nobody met are left out. `today` is `YYYY-MM-DD`. */
export async function loadPopularity(
  { sql }: Transaction,
  today: string,
): Promise<ReadonlyMap<string, Popularity>> {
  const weight = (day: ReturnType<typeof sql>) =>
    sql`power(0.5, greatest(${today}::date - ${day}, 0)::float8 / ${HALF_LIFE_DAYS}::float8)`;
  const rows = await sql<(Popularity & { number: number; locale: 'ru' | 'en' })[]>`
    select number, locale, sum(shown * w) as shown, sum(opened * w) as opened, sum(helped * w) as helped,
      sum("notHelped" * w) as "notHelped", sum(refused * w) as refused
    from (
      select article_number as number, locale, shown, opened, helped, asked as "notHelped", refused, ${weight(sql`day`)} as w
      from article_days where day > ${today}::date - ${DAYS}::int
      union all
      select article_number, locale, 0, 0, helpful::int, (not helpful)::int, 0,
        ${weight(sql`(created_at at time zone 'UTC')::date`)}
      from article_votes where created_at > ${today}::date - ${DAYS}::int
    ) weighed
    group by number, locale`;
  return new Map(
    rows.map(({ number, locale, ...popularity }) => [keyOf({ number, locale }), popularity] as const),
  );
}
