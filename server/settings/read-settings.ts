import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import { SETTINGS, type SettingKey, type SettingValues } from './settings-table';

/** Reads a setting as it stands now; values are kept for 2 s, so a change is served within that time on every node. */
export interface SettingsReader {
  get<K extends SettingKey>(key: K): Promise<SettingValues[K]>;
}

const KEEP_MS = 1_500;

export function createSettingsReader(database: Database, now: () => number): SettingsReader {
  let kept: { at: number; values: Promise<Map<string, unknown>> } | undefined;
  const load = () =>
    database.inTransaction(SYSTEM, async ({ sql }) => {
      const rows = await sql<{ key: string; value: unknown }[]>`select key, value from settings`;
      return new Map(rows.map((row) => [row.key, row.value]));
    });
  return {
    async get(key) {
      if (!kept || now() - kept.at > KEEP_MS) {
        kept = { at: now(), values: load() };
        kept.values.catch(() => {
          kept = undefined;
        });
      }
      const values = await kept.values;
      return (values.get(key) ?? SETTINGS[key].fallback) as never;
    },
  };
}
