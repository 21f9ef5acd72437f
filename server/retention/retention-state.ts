import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';

/** Of the last night's work. `contextUntil`: of tickets quiet since before then, the context is gone already. */
export interface RetentionState {
  day: string;
  at: string;
  removed: Record<string, number>;
  contextUntil: string | null;
}

const KEY = 'retention.last_run';

export async function loadState({ sql }: Transaction): Promise<RetentionState | null> {
  const [row] = await sql<{ value: RetentionState }[]>`select value from settings where key = ${KEY}`;
  return row?.value ?? null;
}

/** Takes the work of a day for this node alone. False: somebody has it. */
export async function claimDay({ sql }: Transaction, day: string, at: string): Promise<boolean> {
  const claimed = await sql`
    insert into settings (key, value, updated_at)
    values (${KEY}, ${toJson({ day, at, removed: {}, contextUntil: null })}::jsonb, ${at})
    on conflict (key) do update set updated_at = excluded.updated_at,
      value = settings.value || jsonb_build_object('day', ${day}::text, 'at', ${at}::text, 'removed', '{}'::jsonb)
    where settings.value ->> 'day' is distinct from ${day}`;
  return claimed.count > 0;
}

export async function noteState({ sql }: Transaction, part: Partial<RetentionState>): Promise<void> {
  await sql`update settings set value = value || ${toJson(part)}::jsonb where key = ${KEY}`;
}
