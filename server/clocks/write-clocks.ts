import type postgres from 'postgres';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import type { Clock } from './clock';
import { toClockRow } from './clock-rows';
import { nextDueOf } from './show-promise';

type Sql = postgres.TransactionSql;

/** The statement that stores new and changed clocks; `only` is a condition on which it depends. */
export function upsertClocks(
  sql: Sql,
  { id, companyId }: Pick<LockedConversation, 'id' | 'companyId'>,
  changed: readonly Clock[],
  only = sql`true`,
) {
  return sql`
    insert into clocks (id, conversation_id, company_id, kind, target_seconds, started_at, pauses, due_at, met_at,
      breached_at, cancelled_at, alert_level, next_alert_at)
    select k.id, ${id}::uuid, ${companyId}::uuid, k.kind, k."targetSeconds", k."startedAt", k.pauses, k."dueAt",
      k."metAt", k."breachedAt", k."cancelledAt", k."alertLevel", k."nextAlertAt"
    from json_to_recordset(${toJson(changed.map(toClockRow))}::text::json) as k (id uuid, kind text,
      "targetSeconds" int, "startedAt" timestamptz, pauses jsonb, "dueAt" timestamptz, "metAt" timestamptz,
      "breachedAt" timestamptz, "cancelledAt" timestamptz, "alertLevel" int, "nextAlertAt" timestamptz)
    where ${only}
    on conflict (id) do update set target_seconds = excluded.target_seconds, pauses = excluded.pauses,
      due_at = excluded.due_at, met_at = excluded.met_at, breached_at = excluded.breached_at,
      cancelled_at = excluded.cancelled_at, alert_level = excluded.alert_level, next_alert_at = excluded.next_alert_at`;
}

/** Stores what has changed since the conversation was locked, and what its ticket tells of it. */
export async function writeClocks(
  { sql }: Transaction,
  locked: LockedConversation,
  before: readonly Clock[],
): Promise<void> {
  const changed = locked.clocks.filter((clock) => !before.includes(clock));
  if (changed.length === 0) return;
  await upsertClocks(sql, locked, changed);
  await sql`
    update tickets set next_due_at = ${nextDueOf(locked.clocks)},
      promise = ${locked.promise && toJson(locked.promise)}::text::jsonb
    where conversation_id = ${locked.id}`;
}
