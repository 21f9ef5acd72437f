import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { createFileStore } from '../files/create-file-store';
import { uploadFile } from '../files/upload-file';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { readTicket } from '../tickets/read-tickets';
import { updateTicket } from '../tickets/update-ticket';
import { keepRetention } from './keep-retention';
import { previewRetention, showRetention } from './show-retention';

const DAY = 24 * 60 * 60_000;
/** Three at night in Moscow. */
const NIGHT = Date.parse('2026-11-24T03:00:00+03:00');
const PAGE = { url: 'https://office.example/orders', title: 'Заказы' };

let clone: TestDatabase | undefined;
let services: TestServices;
let admin: Context;
let dataDir: string;

beforeEach(async () => {
  await close();
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-retention-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  services.clock.now = NIGHT;
  admin = as(services, { ...(await makeAgent(services, 'Админ')), role: 'admin' });
});
afterAll(close);

async function close(): Promise<void> {
  await services?.database.close();
  await clone?.drop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
}

const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));
const keep = (key: string, days: number) => changeSetting(admin, { key, value: String(days) });
const doomedOf = async (key: string) =>
  (await showRetention(admin)).results.find((rule) => rule.key === key)?.doomed;

/** A ticket with a file, solved so many days ago, or open since then. */
async function ask(daysAgo: number, { solved = true, content = '' } = {}) {
  services.clock.now = NIGHT - daysAgo * DAY;
  const ctx = as(services, await makeRequester(services));
  const source = Readable.from([Buffer.from(content || uuidv7())]);
  const { id, sha256 } = await uploadFile(ctx, { clientId: uuidv7(), name: 'a.txt', source });
  const conversationId = uuidv7();
  const first = {
    conversationId,
    clientId: uuidv7(),
    text: 'Вопрос',
    attachments: [id],
    start: { page: PAGE },
  };
  const { number } = await sendMessage(ctx, first, { kind: 'message', channel: 'widget' });
  if (solved) await updateTicket(admin, number, { status: 'solved' });
  services.clock.now = NIGHT;
  return { number, sha256, conversationId };
}
const isThere = (number: number) =>
  readTicket(admin, { number }).then(
    () => true,
    () => false,
  );
const isKept = async (sha256: string) => (await services.files.find(sha256, 'original')) !== null;

it('removes finished tickets that were quiet long enough, with their files, and nothing else', async () => {
  const [old, young, open] = [await ask(91), await ask(89), await ask(91, { solved: false })];
  expect(await previewRetention(admin, { key: 'retention.solved_days', days: 90 })).toEqual({
    doomed: 1,
    more: false,
  });
  expect(await doomedOf('retention.solved_days')).toBe(0);
  await keep('retention.solved_days', 90);
  services.clock.now += 2_000;
  const deleted: number[] = [];
  services.bus.subscribe({ deleted: ({ number }) => deleted.push(number) });
  expect(await keepRetention(services)).toEqual({ 'retention.solved_days': 1 });
  expect(await Promise.all([old, young, open].map(({ number }) => isThere(number)))).toEqual([
    false,
    true,
    true,
  ]);
  expect(await Promise.all([old, young, open].map(({ sha256 }) => isKept(sha256)))).toEqual([
    false,
    true,
    true,
  ]);
  expect(deleted).toEqual([old.number]);
  const { results } = await listAudit(admin, { kind: 'setting', id: 'retention.solved_days', limit: 1 });
  expect(results[0]).toMatchObject({ agent: null, changes: { removed: { to: 1 } } });
});

it('by itself keeps tickets and everything that people wrote for ever', async () => {
  const { number } = await ask(3_000);
  expect(await keepRetention(services)).toEqual({});
  expect(await isThere(number)).toBe(true);
});

it('a ticket that somebody works on at the moment stays for the next night', async () => {
  const { number, conversationId } = await ask(91);
  await keep('retention.solved_days', 90);
  services.clock.now += 2_000;
  await run(async (sql) => {
    await sql`select from conversations where id = ${conversationId} for update`;
    expect(await keepRetention(services)).toEqual({});
  });
  expect(await isThere(number)).toBe(true);
  services.clock.now += DAY;
  expect(await keepRetention(services)).toEqual({ 'retention.solved_days': 1 });
});

it('takes the context from beside quiet tickets once, and leaves what was written', async () => {
  const [old, young] = [await ask(31), await ask(29)];
  await keep('retention.context_days', 30);
  services.clock.now += 2_000;
  expect(await doomedOf('retention.context_days')).toBe(1);
  expect(await keepRetention(services)).toEqual({ 'retention.context_days': 1 });
  const pages = await run(
    (sql) => sql<{ id: string; page: unknown }[]>`select id, page from conversations where page is not null`,
  );
  expect(pages.map(({ id }) => id)).toEqual([young.conversationId]);
  expect(await isThere(old.number)).toBe(true);
  expect(await doomedOf('retention.context_days')).toBe(0);
  services.clock.now += 2 * DAY;
  expect(await keepRetention(services)).toEqual({ 'retention.context_days': 1 });
});

it('works once a day from two at night, one server of several, and says what it did', async () => {
  await run(
    (sql) => sql`
    insert into mail_outbox (id, kind, state, recipient, data, message_id, due_at, created_at)
    select gen_random_uuid(), 'sign_in', s, 'a@b.example', '{}', s, now(), '2020-01-01'
    from unnest(array['sent', 'dead', 'waiting']) s`,
  );
  services.clock.now = Date.parse('2026-11-24T01:59:00+03:00');
  expect(await keepRetention(services)).toBeNull();
  services.clock.now = NIGHT;
  const told: [string, number][] = [];
  const both = await Promise.all([1, 2].map(() => keepRetention(services, (...one) => told.push(one))));
  expect(both.filter((one) => one !== null)).toEqual([{ 'retention.mail_days': 2 }]);
  expect(told).toEqual([['retention.mail_days', 2]]);
  expect((await showRetention(admin)).lastRun).toMatchObject({ removed: { 'retention.mail_days': 2 } });
  services.clock.now += DAY;
  expect(await keepRetention(services)).toEqual({});
});

it('history older than said goes; the database keeps a year of it whatever is asked', async () => {
  const write = (at: string) =>
    run(
      (sql) => sql`
    insert into audit_log (at, agent_name, object_kind, object_id, object_name, action, changes)
    values (${at}, '', 'setting', 'x', 'x', 'changed', '{}')`,
    );
  await write('2020-01-01');
  await expect(keep('retention.audit_days', 364)).rejects.toMatchObject({ code: 'invalid_input' });
  await keep('retention.audit_days', 365);
  services.clock.now += 2_000;
  expect(await keepRetention(services)).toEqual({ 'retention.audit_days': 1 });
  await write(new Date(Date.now() - 300 * DAY).toISOString());
  expect((await run((sql) => sql`delete from audit_log`)).count).toBe(0);
});

it('a rule that is not there, and too few days, are refused', async () => {
  await expect(previewRetention(admin, { key: 'files.types', days: 9 })).rejects.toMatchObject({
    code: 'not_found',
  });
  const few = previewRetention(admin, { key: 'retention.solved_days', days: 29 });
  await expect(few).rejects.toMatchObject({ code: 'invalid_input', field: 'days' });
});
