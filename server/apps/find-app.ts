import { type AppTheme, completeTheme } from '@beseda/shared/domain/app-theme';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import { countRefusedOrigins, type RefusedOrigins } from './count-refused-origins';

/** A secret that tokens are checked with. `material`: the shared secret, or a public key in PEM. */
export interface AppSecret {
  kid: string;
  algorithm: 'HS256' | 'ES256' | 'EdDSA';
  material: string;
}

export interface AppRecord {
  id: string;
  key: string;
  name: string;
  /** Exact origins, as a browser sends them. */
  origins: string[];
  theme: AppTheme;
  /** Whether plan and region in its tokens are believed. */
  trustedClaims: boolean;
  /** Nobody is let in through it. */
  disabled: boolean;
  /** The active ones, newest first. */
  secrets: AppSecret[];
}

export interface AppDirectory {
  byKey(key: string): Promise<AppRecord | null>;
  readonly refused: RefusedOrigins;
}

const KEEP_MS = 1_500;
/** Keys come from anybody's URL: the memory of unknown ones must not grow. */
const KEPT_KEYS = 1_000;

/** Apps by their public key, remembered for less than 2 s, so a change is served within that time on every node. */
export function createAppDirectory(database: Database, now: () => number): AppDirectory {
  const kept = new Map<string, { at: number; record: Promise<AppRecord | null> }>();
  return {
    refused: countRefusedOrigins(database, now),
    byKey(key) {
      const known = kept.get(key);
      if (known && now() - known.at < KEEP_MS) return known.record;
      if (kept.size >= KEPT_KEYS) kept.clear();
      const entry = { at: now(), record: loadApp(database, key) };
      kept.set(key, entry);
      entry.record.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.record;
    },
  };
}

async function loadApp(database: Database, key: string): Promise<AppRecord | null> {
  return database.inTransaction(SYSTEM, async ({ sql }) => {
    const [row] = await sql<(Omit<AppRecord, 'secrets' | 'theme'> & { theme: Partial<AppTheme> })[]>`
      select id, key, name, origins, theme, trusted_claims as "trustedClaims", disabled_at is not null as disabled
      from apps where key = ${key}`;
    if (!row) return null;
    const secrets = await sql<AppSecret[]>`
      select kid, algorithm, material from app_secrets
      where app_id = ${row.id} and retired_at is null order by created_at desc, id desc`;
    return { ...row, theme: completeTheme(row.theme), secrets: [...secrets] };
  });
}
