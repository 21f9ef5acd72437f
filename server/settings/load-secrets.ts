import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import { toJson } from '../db/to-json';

/** Secrets of the install, made at its first start and the same on every node. */
export interface Secrets {
  readonly fileLinks: string;
}

export async function loadSecrets(database: Database): Promise<Secrets> {
  return database.inTransaction(SYSTEM, async ({ sql }) => {
    const fresh = randomBytes(32).toString('base64url');
    await sql`insert into settings (key, value) values ('secret.file_links', ${toJson(fresh)}::jsonb) on conflict do nothing`;
    const [row] = await sql<{ value: string }[]>`select value from settings where key = 'secret.file_links'`;
    return { fileLinks: row?.value ?? fresh };
  });
}
