import type { AppRow } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import type { Transaction } from '../db/connect';
import { toIsoOrNull } from '../db/instants';

/** All apps by name, without their secrets. */
export async function listApps(ctx: AdminContext): Promise<AppRow[]> {
  return changeAsAdmin(ctx, (tx) => selectApps(tx, null));
}

/** `key`: of one app; null: all of them. */
export async function selectApps({ sql }: Transaction, key: string | null): Promise<AppRow[]> {
  const rows = await sql<AppRow[]>`
    select a.id, a.key, a.name, a.origins, a.trusted_claims as "trustedClaims", a.disabled_at is not null as disabled,
      array(select kid from app_secrets where app_id = a.id and retired_at is null order by created_at, id) as kids,
      greatest(a.seen_at, (select max(created_at) from sessions where app_id = a.id)) as "seenAt"
    from apps a where ${key === null ? sql`true` : sql`a.key = ${key}`}
    order by a.name collate "und-x-icu", a.id`;
  return rows.map((row) => ({ ...row, seenAt: toIsoOrNull(row.seenAt) }));
}
