import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';

/** This agent has seen the alerts of one ticket, or all they were given. */
export async function seeAlerts(ctx: Context, ticket?: number): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  await ctx.inTransaction(
    ({ sql }) => sql`
      update alerts a set seen_at = ${nowIso(ctx)} where a.agent_id = ${actor.agentId} and a.seen_at is null
        ${ticket === undefined ? sql`` : sql`and a.conversation_id = (select conversation_id from tickets where number = ${ticket})`}`,
  );
}
