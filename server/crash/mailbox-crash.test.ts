import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import { connectDatabase } from '../db/connect';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';
import { buildServer } from '../testing/build-server';
import { startHoodiecrow, stretchWire } from '../testing/mailbox-servers';
import { prepareDataDir } from '../testing/prepare-install';
import { createServerProcess, findFreePort } from '../testing/server-process';

it('takes a mail once when the server is killed between taking and marking it', {
  timeout: 120_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'beseda-mailbox-crash-'));
  const built = await buildServer();
  const mailbox = await startHoodiecrow();
  const wire = await stretchWire(mailbox.port);
  await prepareDataDir(dataDir, 0);
  const server = createServerProcess(built.entry, {
    PORT: await findFreePort(),
    DATA_DIR: dataDir,
    DEMO: '0',
    IMAP_URL: `imap://${mailbox.user}:${mailbox.password}@127.0.0.1:${wire.port}`,
  });
  try {
    await mailbox.deliver(
      'From: olga@vita.example\r\nSubject: Once\r\nMessage-ID: <once@vita.example>\r\n\r\nText\r\n',
    );
    const marking = wire.holdBack(' STORE ');
    await server.start();
    await marking;
    await server.kill();
    expect((await mailbox.read('INBOX'))[0]?.flags).not.toContain('\\Seen');
    await server.start();
    await expect
      .poll(async () => (await mailbox.read('INBOX'))[0]?.flags, { timeout: 60_000 })
      .toContain('\\Seen');
    await server.stop();
    expect(await countMails(dataDir)).toBe(1);
  } finally {
    await server.stop();
    await wire.close();
    await mailbox.close();
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
});

async function countMails(dataDir: string): Promise<number> {
  const cluster = await startEmbeddedPostgres({ dataDir });
  const database = connectDatabase(cluster.appUrl, { max: 1 });
  try {
    return await database.inTransaction(SYSTEM, async ({ sql }) => {
      const [row] = await sql<{ count: number }[]>`select count(*)::int as count from inbound_mails`;
      return row?.count ?? 0;
    });
  } finally {
    await database.close();
    await cluster.stop();
  }
}
