import { type AppTheme, completeTheme } from '@beseda/shared/domain/app-theme';
import type { AppCard, AppRow, AppSecretRow, RefusedOrigin } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { nowIso, type Services } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso, toIsoOrNull } from '../db/instants';
import { selectApps } from './list-apps';

export type AppContext = AdminContext & Pick<Services, 'environment'>;

/** For how long a refused origin is worth a hint. */
const LATELY = '7 days';

/** An app with what uses it and who asks for it; of its secrets all but what tokens are signed with. Refuses with `not_found`. */
export async function readApp(ctx: AppContext, key: string): Promise<AppCard> {
  return changeAsAdmin(ctx, (tx) => loadApp(ctx, tx, key));
}

export async function loadApp(ctx: AppContext, tx: Transaction, key: string): Promise<AppCard> {
  const [row] = await selectApps(tx, key);
  if (!row) throw notFound();
  const at = nowIso(ctx);
  const [stored] = await tx.sql<
    { theme: Partial<AppTheme>; createdAt: string; conversations: number; sessions: number }[]
  >`
    select theme, created_at as "createdAt",
      (select count(*)::int from conversations where app_id = a.id) as conversations,
      (select count(*)::int from sessions where app_id = a.id and ended_at is null and expires_at > ${at}) as sessions
    from apps a where id = ${row.id}`;
  if (!stored) throw notFound();
  return {
    ...row,
    theme: completeTheme(stored.theme),
    conversations: stored.conversations,
    sessions: stored.sessions,
    createdAt: toIso(stored.createdAt),
    seen: await listSeen(tx, row),
    refused: await listRefused(tx, row, at),
    secrets: await listSecrets(tx, row.id, at),
    publicUrl: ctx.environment.publicUrl,
  };
}

/** The origins that people came from, the last first. */
async function listSeen({ sql }: Transaction, { id }: AppRow): Promise<{ origin: string; at: string }[]> {
  const rows = await sql<{ origin: string; at: string }[]>`
    select origin, max(at) as at from (
      select origin, created_at as at from sessions where app_id = ${id}
      union all select seen_origin, seen_at from apps where id = ${id}) s
    where origin is not null group by origin order by at desc, origin limit 50`;
  return rows.map(({ origin, at }) => ({ origin, at: toIso(at) }));
}

async function listRefused(
  { sql }: Transaction,
  { id, origins }: AppRow,
  at: string,
): Promise<RefusedOrigin[]> {
  const rows = await sql<RefusedOrigin[]>`
    select origin, times, last_at as "lastAt" from refused_origins
    where app_id = ${id} and origin <> all(${origins}) and last_at > ${at}::timestamptz - ${LATELY}::interval
    order by last_at desc, origin`;
  return rows.map((row) => ({ ...row, lastAt: toIso(row.lastAt) }));
}

async function listSecrets({ sql }: Transaction, appId: string, at: string): Promise<AppSecretRow[]> {
  const rows = await sql<AppSecretRow[]>`
    select s.kid, s.algorithm, s.created_at as "createdAt", greatest(s.used_at, u.at) as "usedAt",
      s.retired_at as "retiredAt", coalesce(u.sessions, 0) as sessions
    from app_secrets s left join (
      select kid, max(created_at) as at,
        (count(*) filter (where ended_at is null and expires_at > ${at}))::int as sessions
      from sessions where app_id = ${appId} and kid is not null group by kid) u on u.kid = s.kid
    where s.app_id = ${appId} order by s.created_at desc, s.id desc`;
  return rows.map((row) => ({
    ...row,
    createdAt: toIso(row.createdAt),
    usedAt: toIsoOrNull(row.usedAt),
    retiredAt: toIsoOrNull(row.retiredAt),
  }));
}
