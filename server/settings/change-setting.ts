import { nowIso, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import { toJson } from '../db/to-json';
import { isSettingKey, SETTINGS, type SettingKey } from './settings-table';

/** Refuses with `not_found`, naming the settings that there are. */
export function readSettingKey(given: string): SettingKey {
  if (isSettingKey(given)) return given;
  const known = Object.keys(SETTINGS).join(', ');
  throw new Refusal('not_found', `There is no setting «${given}», only ${known}.`, { field: 'key' });
}

/** Stores a setting given as text; served everywhere within 2 s. Refuses with `not_found`, `invalid_input`. */
export async function changeSetting(
  services: Pick<Services, 'database' | 'now'>,
  given: { key: string; value: string },
): Promise<void> {
  const key = readSettingKey(given.key);
  const { parse, takes } = SETTINGS[key];
  const value = parse(given.value);
  if (value === undefined) throw new Refusal('invalid_input', `${key} takes ${takes}.`, { field: 'value' });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`
      insert into settings (key, value, updated_at) values (${key}, ${toJson(value)}::jsonb, ${nowIso(services)})
      on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
  );
}
