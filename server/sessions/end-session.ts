import { nowIso, type Services } from '../context/context';
import { type Actor, SYSTEM } from '../db/actor';

/** Ends a session for good, with those that were made by it; open sockets are closed on every node. Ending twice is no error. */
export async function endSession(services: Services, sessionId: string): Promise<void> {
  const at = nowIso(services);
  const made = await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`update sessions set ended_at = ${at} where id = ${sessionId} and ended_at is null`;
    // Only now, in a second statement, is one seen that was being made while the first waited for its row.
    return sql<{ id: string }[]>`
      update sessions set ended_at = ${at} where parent_id = ${sessionId} and ended_at is null returning id`;
  });
  for (const id of [sessionId, ...made.map((session) => session.id)]) services.bus.sessionEnded(id);
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
        left join apps x on x.id = s.app_id
      where s.id is null or s.ended_at is not null or s.expires_at <= ${nowIso(services)} or a.disabled
        or p.blocked_at is not null or o.suspended_at is not null or x.disabled_at is not null or p.role = 'distributor' or coalesce(p.role = 'manager', false) <> (given.kind = 'manager')`,
  );
  return rows.map((row) => row.id);
}

/**
 * Sessions and links that nobody can use any more are rows to be dropped; when an app and its secrets were last used is
 * kept. Runs hourly.
 */
export async function sweepSessions(services: Services): Promise<void> {
  const before = new Date(services.now() - 7 * 24 * 60 * 60_000).toISOString();
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      with gone as (
        delete from sessions where expires_at < ${before} or ended_at < ${before}
        returning app_id, kid, origin, created_at),
      secrets as (
        update app_secrets s set used_at = greatest(s.used_at, g.at)
        from (select app_id, kid, max(created_at) as at from gone where kid is not null group by 1, 2) g
        where s.app_id = g.app_id and s.kid = g.kid)
      update apps a set seen_at = greatest(a.seen_at, g.created_at), seen_origin = coalesce(g.origin, a.seen_origin)
      from (
        select distinct on (app_id) app_id, origin, created_at from gone where app_id is not null
        order by app_id, origin is null, created_at desc) g
      where a.id = g.app_id`;
    await sql`delete from sign_in_links where expires_at < ${before}`;
    await sql`delete from portal_links where expires_at < ${before}`;
    await sql`delete from spent_tokens where expires_at < ${before}`;
    await sql`
      delete from mail_outbox where kind = 'portal' and state in ('sent', 'dropped', 'dead') and created_at < ${before}`;
  });
}
