import type { Context } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';

/** An agent says until when nothing is to be given to them; null: they are back. Refuses with invalid_input. */
export async function setAbsence(ctx: Context, until: string | null): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  if (until !== null && Date.parse(until) <= ctx.now()) {
    throw new Refusal('invalid_input', 'An absence ends in the future.', { field: 'until' });
  }
  await ctx.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update agents set away_until = ${until} where id = ${actor.agentId}`,
  );
}
