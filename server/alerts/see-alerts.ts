import { type Context, nowIso } from '../context/context';
import { notFound } from '../context/refusal';

/** This agent has seen the alerts of one ticket, or all they were given. */
export async function seeAlerts(ctx: Context, ticket?: number): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  await ctx.inTransaction(async ({ sql }) => {
    const ofTicket =
      ticket === undefined
        ? sql``
        : sql`and a.conversation_id = (select conversation_id from tickets where number = ${ticket})`;
    const at = nowIso(ctx);
    await sql`
      update alerts a set seen_at = ${at} where a.agent_id = ${actor.agentId} and a.seen_at is null ${ofTicket}`;
    await sql`
      update agent_notices a set seen_at = ${at}
      where a.agent_id = ${actor.agentId} and a.seen_at is null and a.kind = 'deadline' ${ofTicket}`;
  });
}
