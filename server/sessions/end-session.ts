import { nowIso, type Services } from '../context/context';
import { type Actor, SYSTEM } from '../db/actor';

/** Ends a session for good; open sockets of it are closed on every node. Ending twice is no error. */
export async function endSession(services: Services, sessionId: string): Promise<void> {
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) =>
      sql`update sessions set ended_at = ${nowIso(services)} where id = ${sessionId} and ended_at is null`,
  );
  services.bus.sessionEnded(sessionId);
}

/** A session that a socket is open on, and as what it was let in. */
export interface HeldSession {
  id: string;
  kind: Exclude<Actor['kind'], 'system'>;
}

/** Which of these sessions are no longer good: ended, expired, blocked, or their bearer is something else by now. */
export async function findEndedSessions(services: Services, held: readonly HeldSession[]): Promise<string[]> {
  if (held.length === 0) return [];
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string }[]>`
      select given.id
      from unnest(${held.map(({ id }) => id)}::uuid[], ${held.map(({ kind }) => kind)}::text[]) as given (id, kind)
        left join sessions s on s.id = given.id left join agents a on a.id = s.agent_id
        left join people p on p.id = s.person_id left join companies o on o.id = s.company_id
      where s.id is null or s.ended_at is not null or s.expires_at <= ${nowIso(services)} or a.disabled
        or p.blocked_at is not null or o.suspended_at is not null or p.role = 'distributor' or coalesce(p.role = 'manager', false) <> (given.kind = 'manager')`,
  );
  return rows.map((row) => row.id);
}

/** Sessions and links that nobody can use any more are rows to be dropped. Runs daily. */
export async function sweepSessions(services: Services): Promise<void> {
  const before = new Date(services.now() - 7 * 24 * 60 * 60_000).toISOString();
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`delete from sessions where expires_at < ${before} or ended_at < ${before}`;
    await sql`delete from sign_in_links where expires_at < ${before}`;
  });
}
