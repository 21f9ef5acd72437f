import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Server } from './server-process';

/** The server's database as its owner, for what would take too long through the front door. */
export async function openSql(server: Server): Promise<postgres.Sql> {
  const file = await readFile(join(server.dataDir, 'postgres.json'), 'utf8');
  const { port, ownerPassword } = JSON.parse(file) as { port: number; ownerPassword: string };
  return postgres({
    host: '127.0.0.1',
    port,
    user: 'beseda_owner',
    password: ownerPassword,
    database: 'beseda',
  });
}
