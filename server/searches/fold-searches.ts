import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';

/** A text that fewer people had may say who they are: it does not outlive its row. */
const LEAST_VISITORS = 3;

/** Removes the oldest searches from before then, at most so many; of queries that several people had, their numbers stay. */
export async function foldSearches(database: Database, before: string, most: number): Promise<number> {
  const [row] = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ count: number }[]>`
      with gone as (
        delete from article_searches where at < ${before} and ctid = any(array(
          select ctid from article_searches where at < ${before} order by at limit ${most}))
        returning *),
      telling as (
        select locale, query_key from article_searches
        where query_key <> '' and (locale, query_key) in (select locale, query_key from gone)
        group by 1, 2 having count(distinct visitor) >= ${LEAST_VISITORS}
        union select locale, query_key from article_search_days
        where (locale, query_key) in (select locale, query_key from gone)),
      folded as (
        insert into article_search_days as d (day, kind, locale, query_key, query, visitors, not_found, ignored, refused,
          helped, asked)
        select (at at time zone 'UTC')::date, kind, locale, query_key, mode() within group (order by query),
          count(distinct visitor),
          count(distinct visitor) filter (where shown = '{}'),
          count(distinct visitor) filter (where shown <> '{}' and opened = '{}' and outcome <> 'helped'),
          count(distinct visitor) filter (where refused <> '{}'),
          count(distinct visitor) filter (where outcome = 'helped'),
          count(distinct visitor) filter (where outcome = 'asked')
        from gone join telling using (locale, query_key) group by 1, 2, 3, 4
        on conflict (day, kind, locale, query_key) do update set visitors = d.visitors + excluded.visitors,
          not_found = d.not_found + excluded.not_found, ignored = d.ignored + excluded.ignored,
          refused = d.refused + excluded.refused, helped = d.helped + excluded.helped, asked = d.asked + excluded.asked)
      select count(*)::int as count from gone`,
  );
  return row?.count ?? 0;
}
