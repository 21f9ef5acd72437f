import type { OutsideSummary } from '@beseda/shared/protocol/kb-checks';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import { requireWriter } from '../manuscripts/may-publish';
import { isOn, loadOutside } from './load-outside';
import { noteAddresses } from './note-addresses';

/** Who presses again and again asks other sites no oftener than this. */
const LEAST_MS = 60_000;

/** Has the addresses of other sites asked now, as far as the setting lets. Refuses with `forbidden`. */
export async function recheckLinks(ctx: Context): Promise<OutsideSummary> {
  requireWriter(ctx.actor);
  const on = await ctx.inTransaction(isOn);
  const at = new Date(ctx.now()).toISOString();
  const before = new Date(ctx.now() - LEAST_MS).toISOString();
  if (on) await noteAddresses(ctx);
  return ctx.database.inTransaction(SYSTEM, async (tx) => {
    if (on)
      await tx.sql`
        update outside_links set due_at = ${at}
        where due_at > ${at} and (checked_at is null or checked_at <= ${before})`;
    return (await loadOutside(tx, at)).summary;
  });
}
