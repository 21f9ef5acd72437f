import type { Transaction } from '../db/connect';

const KEY = 'articles.version';

/** Tells every node, once this transaction commits, that the knowledge base has changed. */
export async function bumpArticlesVersion({ sql }: Transaction): Promise<void> {
  await sql`
    insert into settings (key, value) values (${KEY}, '1'::jsonb)
    on conflict (key) do update set value = to_jsonb((settings.value)::bigint + 1), updated_at = now()`;
}

/** Counts the changes of the knowledge base; 0 before the first. */
export async function readArticlesVersion({ sql }: Transaction): Promise<number> {
  const [row] = await sql<
    { version: string }[]
  >`select value::text as version from settings where key = ${KEY}`;
  return Number(row?.version ?? 0);
}
