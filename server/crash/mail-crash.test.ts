import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres';
import { changeSetting } from '../settings/change-setting';
import { buildServer } from '../testing/build-server';
import { as, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { prepareInstall } from '../testing/prepare-install';
import { createServerProcess, findFreePort, type ServerProcess } from '../testing/server-process';

const MAILS = 40;
const KILLS = 4;
const FROM = 'olga@vita.example';

let dataDir: string;
let cluster: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let built: { entry: string; remove: () => Promise<void> };
let services: TestServices;
let server: ServerProcess;
let mailPort: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-mail-crash-'));
  cluster = await startEmbeddedPostgres({ dataDir });
  await prepareInstall(cluster, 0);
  services = makeServices(cluster.appUrl);
  await changeSetting(as(services, SYSTEM), { key: 'mail.authentication', value: 'none' });
  await makeRequester(services, { email: FROM });
  built = await buildServer();
  mailPort = await findFreePort();
  server = createServerProcess(built.entry, {
    PORT: await findFreePort(),
    DATA_DIR: dataDir,
    DATABASE_URL: cluster.appUrl,
    DATABASE_OWNER_URL: cluster.ownerUrl,
    INBOUND_SMTP_PORT: mailPort,
    MAIL_DOMAIN: 'desk.example',
    DEMO: '0',
  });
  await server.start();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await services.database.close();
  await cluster.stop();
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));

/** As a mail server does: again until it hears that the mail was taken. */
async function deliver(index: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: Number(mailPort), ignoreTLS: true });
  const mail = {
    from: FROM,
    to: 'support@desk.example',
    messageId: `<${index}@vita.example>`,
    date: new Date('2026-11-27T09:00:00Z'),
    subject: `Вопрос ${index}`,
    text: `Текст ${index}`,
  };
  for (;;) {
    try {
      await transport.sendMail(mail);
      return;
    } catch {
      await delay(20);
    }
  }
}

it('makes one message of each mail that it has taken, however often it is killed over them', {
  timeout: 170_000,
}, async () => {
  const left = Array.from({ length: MAILS }, (_, index) => index);
  const lane = async () => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) await deliver(index);
  };
  const lanes = Promise.all([lane(), lane(), lane()]);
  for (let kill = 1; kill <= KILLS; kill++) {
    const rest = MAILS - (kill * MAILS) / (KILLS + 1);
    while (left.length > rest) await delay(5);
    await server.kill();
    await server.start();
  }
  await lanes;
  // As if the leases of the dead had run out.
  await run((sql) => sql`update inbound_mails set due_at = now() where state = 'received'`);
  const states = () => run((sql) => sql`select distinct state from inbound_mails order by state`);
  await expect
    .poll(async () => (await states()).map(({ state }) => state as string).includes('received'), {
      timeout: 120_000,
    })
    .toBe(false);
  const messages = await run((sql) => sql<{ text: string }[]>`select text from messages`);
  expect(messages.map(({ text }) => text).sort()).toEqual(
    Array.from({ length: MAILS }, (_, index) => `Текст ${index}`).sort(),
  );
  const rows = await run(
    (sql) => sql<{ stored: number; others: number }[]>`
      select count(*) filter (where state = 'stored')::int as stored,
        count(*) filter (where state not in ('stored', 'duplicate'))::int as others
      from inbound_mails`,
  );
  expect(rows[0]).toEqual({ stored: MAILS, others: 0 });
});
