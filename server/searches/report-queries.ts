import type { Locale } from '@beseda/shared/domain/words';
import type { QueryReport, QueryReportKind, QueryReportRow } from '@beseda/shared/protocol/searches';
import { articleUrl } from '../articles/article-url';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { readPeriod } from '../ratings/period';
import { isNarrow, meantRows, type ReportInput } from './report-input';

const MOST_SHOWN = 3;
const MOST_TICKETS = 5;

type Row = Omit<QueryReportRow, 'shown'> & { shown: number[] };

/**
 * Queries that were answered by nothing, or by nothing that helped. The days before the log begins add their numbers, where
 * no plan and no company is asked for. Refuses with `forbidden`, `invalid_input`.
 */
export async function reportQueries(
  ctx: Context,
  input: ReportInput & { about: QueryReportKind; limit: number },
): Promise<QueryReport> {
  if (ctx.actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const period = readPeriod(input, ctx.now());
  const results = await ctx.inTransaction(async (tx) => {
    const rows = await loadRows(tx, period, input);
    const titles = await loadTitles(tx, [...new Set(rows.flatMap(({ shown }) => shown))]);
    return rows.map((row) => ({
      ...row,
      shown: row.shown.flatMap((number) => titles.get(`${row.locale} ${number}`) ?? []).slice(0, MOST_SHOWN),
    }));
  });
  return { ...period, results };
}

function loadRows(
  { sql }: Transaction,
  period: { from: string; to: string },
  input: ReportInput & { about: QueryReportKind; limit: number },
): Promise<Row[]> {
  const isMeant =
    input.about === 'not_found'
      ? sql`shown = '{}'`
      : sql`shown <> '{}' and outcome <> 'helped' and (opened = '{}' or refused <> '{}' or outcome = 'asked')`;
  const people = input.about === 'not_found' ? sql`not_found` : sql`greatest(ignored, refused)`;
  const folded = isNarrow(input)
    ? sql``
    : sql`
      union all
      select locale, query_key, query, ${people}, least(asked, ${people}), least(refused, ${people}), '{}'::int[], '{}'::int[],
        ${people} + 2 * least(asked, ${people})
      from article_search_days
      where day between ${period.from}::date and ${period.to}::date and ${people} > 0
        and ${input.locale === undefined ? sql`true` : sql`locale = ${input.locale}`}`;
  return sql<Row[]>`
    with meant as (
      select * from article_searches
      where query_key <> '' and ${meantRows(sql, period, input, sql`at`)} and ${isMeant}),
    one as (
      select locale, query_key, visitor, mode() within group (order by query) as query,
        bool_or(outcome = 'asked') as asked, bool_or(refused <> '{}') as refused
      from meant group by 1, 2, 3),
    found as (
      select locale, query_key, mode() within group (order by query) as query, count(*)::int as people,
        (count(*) filter (where asked))::int as asked, (count(*) filter (where refused))::int as refused,
        (select array(select ticket_number from meant m
          where m.locale = one.locale and m.query_key = one.query_key and ticket_number is not null
          order by at desc limit ${MOST_TICKETS})) as tickets,
        (select array(select n from meant m, unnest(m.shown) n
          where m.locale = one.locale and m.query_key = one.query_key
          group by n order by count(*) desc, n limit 10)) as shown,
        sum(case when asked then 3 when refused then 2 else 1 end)::int as weight
      from one group by 1, 2
      ${folded})
    select locale, (array_agg(query order by people desc))[1] as query, sum(people)::int as people,
      sum(asked)::int as asked, sum(refused)::int as refused,
      (array_agg(tickets::text order by cardinality(tickets) desc))[1]::int[] as tickets,
      (array_agg(shown::text order by cardinality(shown) desc))[1]::int[] as shown, sum(weight)::int as weight
    from found group by locale, query_key order by weight desc, people desc, query limit ${input.limit}`;
}

async function loadTitles(
  { sql }: Transaction,
  numbers: readonly number[],
): Promise<Map<string, { number: number; title: string; url: string }>> {
  const rows = await sql<{ number: number; locale: Locale; slug: string; title: string }[]>`
    select number, locale, slug, title from articles where number = any(${numbers}::int[])`;
  return new Map(
    rows.map((row) => [
      `${row.locale} ${row.number}`,
      { number: row.number, title: row.title, url: articleUrl(row) },
    ]),
  );
}
