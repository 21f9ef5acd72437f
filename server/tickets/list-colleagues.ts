import type { PersonRef } from '@beseda/shared/domain/event';
import type { Context } from '../context/context';
import { likeOf } from '../context/like-of';
import { notFound } from '../context/refusal';
import { loadThread } from '../conversations/load-thread';

const MOST = 8;

/** Who of the requester's company could follow a ticket and does not yet, by name. Refuses with not_found. */
export async function listColleagues(
  ctx: Context,
  { number, q }: { number: number; q: string },
): Promise<{ results: PersonRef[] }> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const like = likeOf(q);
  return ctx.inTransaction(async (tx) => {
    const thread = await loadThread(tx, { number });
    if (!thread) throw notFound();
    const there = [thread.personId, ...(thread.followers ?? []).map(({ id }) => id)];
    const results = await tx.sql<PersonRef[]>`
      select p.id, p.name from people p
      where p.company_id = ${thread.companyId} and p.role <> 'distributor' and p.blocked_at is null
        and p.id <> all(${there}::uuid[])
        ${like === null ? tx.sql`` : tx.sql`and (p.name ilike ${like} or p.email ilike ${like})`}
      order by p.name collate "und-x-icu", p.id limit ${MOST}`;
    return { results: results.map(({ id, name }) => ({ id, name })) };
  });
}
