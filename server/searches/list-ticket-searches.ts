import type { TicketSearch } from '@beseda/shared/protocol/searches';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { toIso } from '../db/instants';

const MOST = 20;

/**
 * What the requester of a ticket had looked for and written before it was sent, as it was kept: masked and cut. Oldest first.
 * Nothing where it is kept no longer. Refuses with not_found.
 */
export async function listTicketSearches(ctx: Context, number: number): Promise<{ results: TicketSearch[] }> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const rows = await ctx.inTransaction(async ({ sql }) => {
    const [ticket] = await sql`select from tickets where number = ${number}`;
    if (!ticket) throw notFound();
    return sql<TicketSearch[]>`
      select at, kind, query, shown, opened, refused from article_searches
      where ticket_number = ${number} and query <> '' order by at desc, id desc limit ${MOST}`;
  });
  return { results: rows.map((row) => ({ ...row, at: toIso(row.at) })).reverse() };
}
