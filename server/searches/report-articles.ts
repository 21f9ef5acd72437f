import type { ArticleReport, ArticleReportRow } from '@beseda/shared/protocol/searches';
import { articleUrl } from '../articles/article-url';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { readPeriod } from '../ratings/period';
import { isNarrow, meantRows, type ReportInput } from './report-input';

type Sql = Transaction['sql'];
type Row = Omit<ArticleReportRow, 'url'> & { slug: string };

/** What happened with the articles that there are: all that anything happened with. Refuses with `forbidden`, `invalid_input`. */
export async function reportArticles(
  ctx: Context,
  input: ReportInput & { limit: number },
): Promise<ArticleReport> {
  if (ctx.actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const period = readPeriod(input, ctx.now());
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<Row[]>`
      with counted as (
        ${isNarrow(input) ? fromLog(sql, period, input) : fromDays(sql, period, input)}
        union all
        select article_number, locale, 0, 0, 0, 0, 0, 0, helpful::int, (not helpful)::int
        from article_votes where ${meantRows(sql, period, input, sql`created_at`)})
      select a.number, a.locale, a.slug, a.title, sum(shown)::int as shown, sum(opened)::int as opened,
        sum(helped)::int as helped, sum(refused)::int as refused, sum(asked)::int as asked, sum(passed)::int as passed,
        sum(yes)::int as yes, sum(no)::int as no
      from counted c join articles a on a.number = c.number and a.locale = c.locale
      group by 1, 2, 3, 4
      order by sum(3 * asked + passed + 2 * refused + 2 * helped + yes + no) desc, a.number, a.locale
      limit ${input.limit}`,
  );
  return {
    ...period,
    results: rows.map(({ slug, ...row }) => ({ ...row, url: articleUrl({ ...row, slug }) })),
  };
}

function fromDays(sql: Sql, { from, to }: { from: string; to: string }, { locale }: ReportInput) {
  return sql`
    select article_number as number, locale, shown, opened, helped, refused, asked, passed, 0 as yes, 0 as no
    from article_days where day between ${from}::date and ${to}::date
      and ${locale === undefined ? sql`true` : sql`locale = ${locale}`}`;
}

function fromLog(sql: Sql, period: { from: string; to: string }, input: ReportInput) {
  return sql`
    select n as number, locale, (n = any(shown))::int as shown, (n = any(opened))::int as opened,
      (outcome = 'helped' and article_number = n)::int as helped, (n = any(refused))::int as refused,
      (outcome = 'asked' and n = any(opened))::int as asked,
      (outcome = 'asked' and n = any(shown) and not n = any(opened))::int as passed, 0 as yes, 0 as no
    from article_searches, lateral (select distinct unnest(shown || opened || refused)) met (n)
    where ${meantRows(sql, period, input, sql`at`)}`;
}
