import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openConversation } from '../conversations/open-conversation';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';
import { parseMail } from './parsing/parse-mail';
import { placeMail } from './place-mail';
import type { Placement, ReceivedMail } from './placement';
import { replyAddressFor } from './reply-address';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const DAY_MS = 86_400_000;

let clone: TestDatabase;
let dataDir: string;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-mail-'));
  services = makeServices(clone.appUrl, { files: createFileStore({ dataDir }) });
  anna = await makeAgent(services, 'Анна');
  await setting('mail.authentication', 'none');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  olga = await makeRequester(services, { name: 'Ольга', email: 'olga@vita.example' });
});
afterEach(() =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`delete from mail_outbox`;
    await sql`delete from conversations`;
    await sql`delete from people`;
  }),
);

async function setting(key: string, value: string): Promise<void> {
  await changeSetting(as(services, SYSTEM), { key, value });
  services.clock.now += 2_000;
}

interface Given {
  headers?: string[];
  from?: string;
  to?: string;
  subject?: string | null;
  text?: string;
  raw?: string;
  fingerprint?: string;
}

function rawOf({
  headers = [],
  from = 'Ольга <olga@vita.example>',
  subject = 'Не открывается отчёт',
  text = 'Пустая страница.',
}: Given) {
  const lines = [
    `From: ${from}`,
    'To: support@desk.example',
    ...(subject === null ? [] : [`Subject: ${subject}`]),
  ];
  return [
    ...lines,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    text,
  ].join('\r\n');
}

async function receive(given: Given = {}): Promise<ReceivedMail> {
  const raw = Buffer.from(given.raw ?? rawOf(given));
  return {
    id: uuidv7(),
    fingerprint: given.fingerprint ?? uuidv7(),
    mail: await parseMail(raw),
    raw,
    envelope: { from: 'olga@vita.example', to: [given.to ?? 'support@desk.example'] },
    receivedAt: new Date(services.clock.now).toISOString(),
    way: 'smtp',
    remote: { address: '127.0.0.1', helo: 'mail.vita.example' },
  };
}
const place = async (given: Given = {}): Promise<Placement> => placeMail(services, await receive(given));

async function threadOf(conversationId: string | null, actor: AgentActor | RequesterActor = anna) {
  const opened = await openConversation(as(services, actor), { conversationId: conversationId ?? '' });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  return opened.thread;
}
async function messagesOf(conversationId: string | null, actor: AgentActor | RequesterActor = anna) {
  const { events } = await threadOf(conversationId, actor);
  return events.flatMap((event) => (event.kind === 'message' ? [event.message] : []));
}
const mails = () =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ kind: string; recipient: string; data: object; messageId: string }[]>`
      select kind, recipient, data, message_id as "messageId" from mail_outbox order by created_at, id`,
  );
async function ask(subject = 'Вывод денег'): Promise<{ conversationId: string; number: number }> {
  const conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'Как вывести деньги?', start: { subject } };
  const { number } = await sendMessage(as(services, olga), input, MESSAGE);
  return { conversationId, number };
}
const addressOf = (conversationId: string, personId: string) =>
  services.database.inTransaction(
    SYSTEM,
    async (tx) =>
      `${await replyAddressFor(tx, { conversationId, companyId: olga.companyId, personId })}@desk.example`,
  );

describe('a mail of somebody known', () => {
  it('opens a ticket with its subject and says so once, however often it comes', async () => {
    const mail = await receive({});
    const first = await placeMail(services, mail);
    expect(first).toMatchObject({ state: 'stored', reason: null });
    expect(await placeMail(services, mail)).toEqual(first);
    const { conversation } = await threadOf(first.conversationId);
    expect(conversation).toMatchObject({
      number: first.ticket,
      subject: 'Не открывается отчёт',
      channel: 'email',
      requester: { id: olga.personId },
    });
    expect(await messagesOf(first.conversationId)).toMatchObject([
      { text: 'Пустая страница.', channel: 'email', mail: { id: mail.id, from: 'olga@vita.example' } },
    ]);
    expect(await mails()).toMatchObject([{ kind: 'confirmation', recipient: 'olga@vita.example' }]);
  });

  it('tells its requester nothing of how it came but the way', async () => {
    const { conversationId } = await place();
    const [message] = await messagesOf(conversationId, olga);
    expect(message).toMatchObject({ text: 'Пустая страница.', channel: 'email' });
    expect(message).not.toHaveProperty('mail');
  });

  it('without a subject gets one from its text', async () => {
    const { conversationId } = await place({
      subject: null,
      text: 'Где взять акт сверки?\r\nНужен за март.',
    });
    expect((await threadOf(conversationId)).conversation.subject).toBe('Где взять акт сверки?');
    expect(await mails()).toMatchObject([{ data: { asksSubject: true } }]);
  });

  it('brings its files along, and names those that are not taken', async () => {
    const { conversationId } = await place({
      raw: [
        'From: olga@vita.example',
        'To: support@desk.example',
        'Subject: Files',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'See the log.',
        '--b',
        'Content-Type: text/plain; name=log.txt',
        'Content-Disposition: attachment; filename=log.txt',
        '',
        'line one',
        '--b',
        'Content-Type: application/octet-stream',
        'Content-Disposition: attachment; filename=setup.exe',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('MZ\0\u0001\u0002\u0003').toString('base64'),
        '--b--',
      ].join('\r\n'),
    });
    const [message] = await messagesOf(conversationId);
    expect(message?.attachments).toMatchObject([{ name: 'log.txt', type: 'text/plain' }]);
    expect(message?.mail?.refused).toEqual(['setup.exe']);
  });
});

describe('an answer by mail', () => {
  it('goes to its ticket by the address that was given to its reader', async () => {
    const { conversationId, number } = await ask();
    const placed = await place({
      to: await addressOf(conversationId, olga.personId),
      subject: 'Re: Вывод денег',
    });
    expect(placed).toMatchObject({ state: 'stored', conversationId, ticket: number });
    expect((await messagesOf(conversationId)).map(({ text }) => text)).toEqual([
      'Как вывести деньги?',
      'Пустая страница.',
    ]);
  });

  it('goes to its ticket by the mail that it answers', async () => {
    const { conversationId } = await ask();
    const input = { conversationId, clientId: uuidv7(), text: 'Откройте «Кошельки».' };
    await sendMessage(as(services, anna), input, MESSAGE);
    const [sent] = await mails();
    const headers = [
      'References: <unknown@elsewhere.example>',
      `In-Reply-To: <${sent?.messageId}@desk.example>`,
    ];
    expect(await place({ headers, subject: 'Re: Вывод денег' })).toMatchObject({ conversationId });
  });

  it('goes by the number in its subject only for who takes part in that ticket', async () => {
    const { conversationId, number } = await ask();
    await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
    const subject = `Re: [#${number}] Вывод денег`;
    expect(await place({ subject })).toMatchObject({ conversationId });
    const other = await place({ subject, from: 'vera@vita.example' });
    expect(other.state).toBe('stored');
    expect(other.conversationId).not.toBe(conversationId);
  });

  it('from another address than the one that it was given to waits for an agent', async () => {
    const { conversationId } = await ask();
    const to = await addressOf(conversationId, olga.personId);
    await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
    const held = { state: 'held', reason: 'not_participant', conversationId: null };
    expect(await place({ to, from: 'vera@vita.example' })).toMatchObject(held);
    expect(await place({ to, from: 'olga@private.example' })).toMatchObject(held);
    expect(await messagesOf(conversationId)).toHaveLength(1);
  });

  it('on what was solved long ago, or is closed, opens a new ticket that is tied to it', async () => {
    for (const status of ['solved', 'closed'] as const) {
      const { conversationId, number } = await ask();
      await updateTicket(as(services, anna), number, { status });
      services.clock.now += 15 * DAY_MS;
      const mail = await receive({
        to: await addressOf(conversationId, olga.personId),
        subject: 'Re: Вывод денег',
      });
      const placed = await placeMail(services, mail);
      expect(placed.ticket).not.toBe(number);
      const { conversation } = await threadOf(placed.conversationId);
      expect(conversation.links).toMatchObject([{ kind: 'continued', way: 'back', number }]);
      expect((await mails()).at(-1)).toMatchObject({ kind: 'confirmation', data: { continues: number } });
      expect(await placeMail(services, mail)).toEqual(placed);
    }
  });

  it('with a subject of its own and nothing quoted is a new question', async () => {
    const { conversationId, number } = await ask();
    const to = await addressOf(conversationId, olga.personId);
    const mail = await receive({ to, subject: 'Не загружаются картинки каталога' });
    const placed = await placeMail(services, mail);
    expect(placed.ticket).not.toBe(number);
    const { conversation } = await threadOf(placed.conversationId);
    expect(conversation.subject).toBe('Не загружаются картинки каталога');
    expect(conversation.links).toMatchObject([{ kind: 'split', way: 'back', number }]);
    expect(await placeMail(services, mail)).toEqual(placed);
    const again = await place({ to, subject: 'Re: вывод денег' });
    expect(again).toMatchObject({ conversationId });
  });
});

describe('a mail that is not believed', () => {
  beforeEach(() => setting('mail.authentication', 'headers'));
  afterEach(() => setting('mail.authentication', 'none'));

  it('waits for an agent where its sender is known, on no ticket', async () => {
    const { conversationId } = await ask();
    const to = await addressOf(conversationId, olga.personId);
    expect(await place({ to })).toMatchObject({ state: 'held', reason: 'not_believed' });
    expect(await messagesOf(conversationId)).toHaveLength(1);
    expect(await mails()).toEqual([]);
  });
});
