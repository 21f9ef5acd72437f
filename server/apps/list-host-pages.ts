import type { HostPage } from '@beseda/shared/protocol/pick';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';

/** Where each embedding site can be opened: per origin, the page that was asked from last, without its query. */
export async function listHostPages(ctx: Context): Promise<{ results: HostPage[] }> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<HostPage[]>`
      select a.name as app, o.origin, coalesce(
        (select substring(c.page->>'url' from '^[^?#]*') from conversations c
          where c.app_id = a.id and starts_with(c.page->>'url', o.origin || '/')
          order by c.created_at desc, c.id desc limit 1), o.origin || '/') as address
      from apps a, unnest(a.origins) with ordinality as o(origin, place)
      where a.disabled_at is null order by a.name, a.id, o.place`,
  );
  return { results: rows.map(({ app, origin, address }) => ({ app, origin, address })) };
}
