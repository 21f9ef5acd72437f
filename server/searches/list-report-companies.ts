import type { ReportCompany } from '@beseda/shared/protocol/searches';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';

const MOST = 1_000;

/** The companies whose staff have searched or voted, by name: those that a report can be of. Refuses with `forbidden`. */
export async function listReportCompanies(ctx: Context): Promise<{ results: ReportCompany[] }> {
  if (ctx.actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  const results = await ctx.inTransaction(
    ({ sql }) => sql<ReportCompany[]>`
      select id, name from companies
      where id in (select company_id from article_searches union select company_id from article_votes)
      order by name collate "ru-x-icu", id limit ${MOST}`,
  );
  return { results: [...results] };
}
