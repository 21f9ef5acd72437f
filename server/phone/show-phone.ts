import type { PhoneLine } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';

/** The numbers that this requester's company may call; none where its region has none. */
export async function showPhone(ctx: Context): Promise<PhoneLine[]> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const rows = await sql<PhoneLine[]>`
      select n.number, n.note from phone_numbers n join companies o on o.id = ${actor.companyId}
      where lower(n.region) = lower(o.region) order by n.position, n.id`;
    return rows.map(({ number, note }) => ({ number, note }));
  });
}
