import type { AgentRef } from '@beseda/shared/domain/event';
import type { AgentListItem } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** An agent who can be given work. Null: unknown or disabled. */
export async function findAgent(
  { sql }: Transaction,
  id: string,
): Promise<(AgentRef & { id: string }) | null> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from agents where id = ${id} and not disabled`;
  return row ?? null;
}

/** All agents who can be given work, by name. `online`: ids of those connected now. */
export async function listAgents(ctx: Context, online: ReadonlySet<string>): Promise<AgentListItem[]> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<Omit<AgentListItem, 'online'>[]>`
      select id, name, role from agents where not disabled order by name collate "und-x-icu", id`,
  );
  return rows.map((row) => ({ ...row, online: online.has(row.id) }));
}
