import type { VoteReport, VoteReportRow } from '@beseda/shared/protocol/searches';
import { articleUrl } from '../articles/article-url';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { toIso } from '../db/instants';
import { readPeriod } from '../ratings/period';
import { meantRows, type ReportInput } from './report-input';

const MOST_COMMENTS = 5;

type Row = Omit<VoteReportRow, 'url'> & { slug: string };

/**
 * What readers voted on the articles that there are, with the reasons and the latest words of those who said no; most of
 * these first. Refuses with `forbidden`, `invalid_input`.
 */
export async function reportVotes(ctx: Context, input: ReportInput & { limit: number }): Promise<VoteReport> {
  if (ctx.actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const period = readPeriod(input, ctx.now());
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<Row[]>`
      with meant as (
        select * from article_votes where ${meantRows(sql, period, input, sql`created_at`)}),
      counted as (
        select article_number as number, locale, (count(*) filter (where helpful))::int as yes,
          (count(*) filter (where not helpful))::int as no
        from meant group by 1, 2)
      select a.number, a.locale, a.slug, a.title, c.yes, c.no,
        coalesce((select json_agg(json_build_object('reason', reason, 'count', count) order by count desc, reason)
          from (select reason, count(*) from meant m where m.article_number = a.number and m.locale = a.locale
            and not helpful and reason is not null group by reason) r), '[]') as reasons,
        coalesce((select json_agg(json_build_object('text', comment, 'reason', reason, 'at', created_at)
            order by created_at desc)
          from (select comment, reason, created_at from meant m where m.article_number = a.number
            and m.locale = a.locale and not helpful and comment <> ''
            order by created_at desc limit ${MOST_COMMENTS}) w), '[]') as comments
      from counted c join articles a on a.number = c.number and a.locale = c.locale
      order by c.no desc, c.yes desc, a.number, a.locale
      limit ${input.limit}`,
  );
  return {
    ...period,
    results: rows.map(({ slug, comments, ...row }) => ({
      ...row,
      comments: comments.map((one) => ({ ...one, at: toIso(one.at) })),
      url: articleUrl({ ...row, slug }),
    })),
  };
}
