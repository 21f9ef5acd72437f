import type { SettingRow } from '@beseda/shared/protocol/admin';
import { type AdminContext, changeAsAdmin } from '../audit/change-as-admin';
import { SETTINGS, type SettingKey, type SettingValues } from './settings-table';

type Value = SettingValues[SettingKey];

/** Every setting with its value as text, the way `changeSetting` takes it. */
export async function listSettings(ctx: AdminContext): Promise<{ results: SettingRow[] }> {
  const rows = await changeAsAdmin(
    ctx,
    ({ sql }) => sql<{ key: string; value: Value }[]>`select key, value from settings`,
  );
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const results = (Object.keys(SETTINGS) as SettingKey[]).map((key) => ({
    key,
    value: textOf(stored.get(key) ?? SETTINGS[key].fallback),
    fallback: textOf(SETTINGS[key].fallback),
  }));
  return { results };
}

function textOf(value: Value): string {
  return [value].flat().join(', ');
}
