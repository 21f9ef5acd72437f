import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { recordAudit } from '../audit/record-audit';
import { nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import { toJson } from '../db/to-json';
import { isSettingKey, SETTINGS, type SettingKey } from './settings-table';

/** Refuses with `not_found`, naming the settings that there are. */
export function readSettingKey(given: string): SettingKey {
  if (isSettingKey(given)) return given;
  const known = Object.keys(SETTINGS).join(', ');
  throw new Refusal('not_found', `There is no setting «${given}», only ${known}.`, { field: 'key' });
}

/** Stores a setting given as text; served everywhere within 2 s. Refuses with `not_found`, `invalid_input`. */
export async function changeSetting(ctx: AdminContext, given: { key: string; value: string }): Promise<void> {
  const key = readSettingKey(given.key);
  const { parse, takes, fallback } = SETTINGS[key];
  const value = parse(given.value);
  if (value === undefined) throw new Refusal('invalid_input', `${key} takes ${takes}.`, { field: 'value' });
  await changeAsAdmin(ctx, async (tx) => {
    const [before] = await tx.sql<
      { value: unknown }[]
    >`select value from settings where key = ${key} for update`;
    await tx.sql`
      insert into settings (key, value, updated_at) values (${key}, ${toJson(value)}::jsonb, ${nowIso(ctx)})
      on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`;
    const old = before === undefined ? fallback : before.value;
    await recordAudit(ctx, tx, {
      kind: 'setting',
      id: key,
      name: key,
      before: { value: old },
      after: { value },
    });
  });
}
