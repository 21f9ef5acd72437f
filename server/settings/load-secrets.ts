import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../db/actor';
import type { Database, Transaction } from '../db/connect';
import { toJson } from '../db/to-json';

/** Secrets of the install, made at its first start and the same on every node. */
export interface Secrets {
  readonly fileLinks: string;
  /** What telephone systems sign their requests with. */
  readonly calls: string;
  /** Of links in mails that let a ticket be rated. */
  readonly ratingLinks: string;
  /** Of links in mails that sign their reader in, or let them choose their mail. */
  readonly mailLinks: string;
  /** Of the names under which searches are kept. */
  readonly visitors: string;
}

export async function loadSecrets(database: Database): Promise<Secrets> {
  return database.inTransaction(SYSTEM, async (tx) => ({
    fileLinks: await loadSecret(tx, 'secret.file_links'),
    calls: await loadSecret(tx, 'secret.calls'),
    ratingLinks: await loadSecret(tx, 'secret.rating_links'),
    mailLinks: await loadSecret(tx, 'secret.mail_links'),
    visitors: await loadSecret(tx, 'secret.visitors'),
  }));
}

async function loadSecret({ sql }: Transaction, key: string): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  await sql`insert into settings (key, value) values (${key}, ${toJson(fresh)}::jsonb) on conflict do nothing`;
  const [row] = await sql<{ value: string }[]>`select value from settings where key = ${key}`;
  return row?.value ?? fresh;
}
