import type { Alert, AlertList } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { toIso, toIsoOrNull } from '../db/instants';

const SHOWN = 50;

/** What this agent was told of late, newest first, and how much of it they have not seen. */
export async function listAlerts(ctx: Context): Promise<AlertList> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction(async ({ sql }) => {
    const rows = await sql<(Omit<Alert, 'ticket'> & Alert['ticket'])[]>`
      select a.id, a.kind, k.kind as clock, t.number::int, c.subject, a.due_at as "dueAt", a.created_at as at,
        a.seen_at as "seenAt"
      from alerts a join clocks k on k.id = a.clock_id
        join conversations c on c.id = a.conversation_id join tickets t on t.conversation_id = c.id
      where a.agent_id = ${actor.agentId} order by a.created_at desc, a.id limit ${SHOWN}`;
    const [count] = await sql<{ unseen: number }[]>`
      select count(*)::int as unseen from alerts where agent_id = ${actor.agentId} and seen_at is null`;
    const results = rows.map(({ id, kind, clock, number, subject, dueAt, at, seenAt }) => ({
      id,
      kind,
      clock,
      ticket: { number, subject },
      dueAt: toIso(dueAt),
      at: toIso(at),
      seenAt: toIsoOrNull(seenAt),
    }));
    return { results, unseen: count?.unseen ?? 0 };
  });
}
