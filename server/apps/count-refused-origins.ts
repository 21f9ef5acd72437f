import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';

const LONGEST_ORIGIN = 200;
/** Origins come from anybody: a few per app are kept, the newest, and few wait to be written. */
const KEPT_PER_APP = 20;
const MOST_WAITING = 200;

export interface RefusedOrigins {
  /** One more time that a page of this site asked for the app. `page`: its address, or its origin. */
  count(appId: string, page: string): void;
  /** Resolves when what was counted is written. */
  settled(): Promise<void>;
}

/**
 * Counts sites that are none of an app's origins. Nobody waits for it, and one transaction at a time writes all that has
 * come meanwhile, however many ask. What cannot be written is let go.
 */
export function countRefusedOrigins(database: Database, now: () => number): RefusedOrigins {
  const waiting = new Map<string, { appId: string; origin: string; times: number }>();
  let writing: Promise<void> | null = null;

  async function write(): Promise<void> {
    while (waiting.size > 0) {
      const rows = [...waiting.values()];
      waiting.clear();
      await store(database, rows, new Date(now()).toISOString()).catch(() => {});
    }
    writing = null;
  }

  return {
    count(appId, page) {
      const origin = readSite(page);
      const key = `${appId} ${origin}`;
      if (origin === null || (!waiting.has(key) && waiting.size >= MOST_WAITING)) return;
      waiting.set(key, { appId, origin, times: (waiting.get(key)?.times ?? 0) + 1 });
      writing ??= write();
    },
    settled: async () => writing ?? undefined,
  };
}

function readSite(page: string): string | null {
  const url = URL.canParse(page) ? new URL(page) : null;
  const isSite = url && ['http:', 'https:'].includes(url.protocol) && url.origin.length <= LONGEST_ORIGIN;
  return isSite ? url.origin : null;
}

async function store(
  database: Database,
  rows: readonly { appId: string; origin: string; times: number }[],
  at: string,
): Promise<void> {
  const apps = rows.map(({ appId }) => appId);
  await database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`
      insert into refused_origins (app_id, origin, times, last_at)
      select r.app_id, r.origin, r.times, ${at}
      from unnest(${apps}::uuid[], ${rows.map(({ origin }) => origin)}::text[],
        ${rows.map(({ times }) => times)}::int[]) as r (app_id, origin, times) join apps a on a.id = r.app_id
      order by r.app_id, r.origin
      on conflict (app_id, origin) do update
        set times = refused_origins.times + excluded.times, last_at = excluded.last_at`;
    await sql`
      delete from refused_origins o using (
        select app_id, origin, row_number() over (partition by app_id order by last_at desc, times desc, origin) as place
        from refused_origins where app_id = any(${apps}::uuid[])) ranked
      where o.app_id = ranked.app_id and o.origin = ranked.origin and ranked.place > ${KEPT_PER_APP}`;
  });
}
