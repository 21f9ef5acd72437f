import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { authorOf } from '../conversations/author-of';
import { SYSTEM } from '../db/actor';
import { endSessions } from '../sessions/end-sessions';
import { findAgent } from '../tickets/find-agent';
import { handOverTickets } from './hand-over-tickets';
import { keepAnAdmin } from './keep-an-admin';
import { loadAgent, type StoredAgent } from './list-agents';

/**
 * Keeps an agent out: their sessions and links end with it, their unfinished tickets go to `handTo`, or to the queue.
 * Should the process die on the way, `releaseDisabled` takes back the rest. Refuses with `not_found`, `last_admin`,
 * `invalid_input` (handTo).
 */
export async function disableAgent(
  ctx: AdminContext & Pick<Services, 'bus'>,
  id: string,
  { handTo }: { handTo: string | null },
): Promise<StoredAgent> {
  const { name, to, ended } = await changeAsAdmin(ctx, async (tx) => {
    const { name, role, disabled } = await loadAgent(tx, id);
    const to = handTo === null || handTo === id ? null : await findAgent(tx, handTo);
    if (handTo !== null && !to) {
      throw new Refusal('invalid_input', 'There is no such agent.', { field: 'handTo' });
    }
    if (role === 'admin' && !disabled) await keepAnAdmin(tx, id);
    await tx.sql`update agents set disabled = true where id = ${id}`;
    await tx.sql`delete from sign_in_links where agent_id = ${id} and used_at is null`;
    const ended = await endSessions(tx, { agentId: id }, nowIso(ctx));
    await recordAudit(ctx, tx, { kind: 'agent', id, name, before: { disabled }, after: { disabled: true } });
    return { name, to, ended };
  });
  for (const session of ended) ctx.bus.sessionEnded(session);
  await handOverTickets(ctx, { from: { id, name }, to, author: authorOf(ctx.actor) });
  return changeAsAdmin(ctx, (tx) => loadAgent(tx, id));
}

/** Lets an agent in again; links and sessions of before stay ended. Refuses with `not_found`. */
export async function enableAgent(ctx: AdminContext, id: string): Promise<StoredAgent> {
  return changeAsAdmin(ctx, async (tx) => {
    await tx.sql`select from agents where id = ${id} for update`;
    const { name, disabled } = await loadAgent(tx, id);
    await tx.sql`update agents set disabled = false where id = ${id}`;
    await recordAudit(ctx, tx, { kind: 'agent', id, name, before: { disabled }, after: { disabled: false } });
    return loadAgent(tx, id);
  });
}

/** Unfinished tickets that a disabled agent still has, or got back when somebody wrote, go to the queue. Gives how many. */
export async function releaseDisabled(services: Services): Promise<number> {
  const held = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string; name: string }[]>`
      select id, name from agents a where disabled and exists (
        select from tickets t where t.assignee_id = a.id and t.status in ('open', 'on_hold', 'pending'))`,
  );
  let done = 0;
  for (const from of held) {
    done += await handOverTickets(services, { from, to: null, author: authorOf(SYSTEM) });
  }
  return done;
}
