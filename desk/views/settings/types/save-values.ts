import type { Http } from '@beseda/shared/client/http';
import type { SettingRow } from '@beseda/shared/protocol/admin';
import type { Ack } from '@beseda/shared/protocol/socket';

interface Settings {
  results: SettingRow[];
}

/** Stores those that differ, one after the other; stops at the first that is refused. */
export async function saveValues(
  http: Http,
  rows: readonly SettingRow[],
  values: Readonly<Record<string, string>>,
): Promise<Ack<Settings>> {
  let last: Ack<Settings> = { ok: true, data: { results: [...rows] } };
  for (const { key, value } of rows) {
    const wanted = values[key];
    if (wanted === undefined || wanted === value) continue;
    last = await http<Settings>('PUT', `/settings/${key}`, { value: wanted });
    if (!last.ok) return last;
  }
  return last;
}
