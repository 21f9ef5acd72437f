import type { Transaction } from '../db/connect';

/** An app with its active secrets' ids, oldest first, held against changes beside this one. Null: there is none. */
export async function lockAppSecrets(
  { sql }: Transaction,
  key: string,
): Promise<{ id: string; name: string; secrets: { id: string; kid: string }[] } | null> {
  const [app] = await sql<{ id: string; name: string }[]>`
    select id, name from apps where key = ${key} for update`;
  if (!app) return null;
  const secrets = await sql<{ id: string; kid: string }[]>`
    select id, kid from app_secrets where app_id = ${app.id} and retired_at is null order by created_at, id`;
  return { ...app, secrets: [...secrets] };
}
