import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMessage } from '../../conversations/send-message';
import { unfollowConversation } from '../../conversations/unfollow-conversation';
import { type AgentActor, type RequesterActor, SYSTEM } from '../../db/actor';
import { upsertRequester } from '../../people/upsert-requester';
import { as, makeAgent, makeRequester, type TestServices } from '../../testing/make-services';
import { updateTicket } from '../../tickets/update-ticket';
import { type MailStage, openMailStage } from './open-mail-stage';
import { placeMail } from './place-mail';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const DAY_MS = 86_400_000;

let stage: MailStage;
let services: TestServices;
let anna: AgentActor;
let olga: RequesterActor;

beforeAll(async () => {
  stage = await openMailStage();
  services = stage.services;
  anna = await makeAgent(services, 'Анна');
  await stage.setting('mail.authentication', 'none');
});
afterAll(() => stage.close());
beforeEach(async () => {
  olga = await makeRequester(services, { name: 'Ольга', email: 'olga@vita.example' });
});
afterEach(() => stage.clear());

const threadOf = (conversationId: string | null) => stage.threadOf(conversationId, anna);
const messagesOf = (conversationId: string | null, actor: AgentActor | RequesterActor = anna) =>
  stage.messagesOf(conversationId, actor);
const ownAddress = (conversationId: string) =>
  stage.addressOf(conversationId, { companyId: olga.companyId, personId: olga.personId });
async function ask(subject = 'Вывод денег'): Promise<{ conversationId: string; number: number }> {
  const conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'Как вывести деньги?', start: { subject } };
  const { number } = await sendMessage(as(services, olga), input, MESSAGE);
  return { conversationId, number };
}
describe('a mail of somebody known', () => {
  it('opens a ticket with its subject and says so once, however often it comes', async () => {
    const mail = await stage.receive({});
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
    expect(await stage.outbox()).toMatchObject([{ kind: 'confirmation', recipient: 'olga@vita.example' }]);
  });

  it('tells its requester nothing of how it came but the way', async () => {
    const { conversationId } = await stage.place();
    const [message] = await messagesOf(conversationId, olga);
    expect(message).toMatchObject({ text: 'Пустая страница.', channel: 'email' });
    expect(message).not.toHaveProperty('mail');
  });

  it('without a subject gets one from its text', async () => {
    const { conversationId } = await stage.place({
      subject: null,
      text: 'Где взять акт сверки?\r\nНужен за март.',
    });
    expect((await threadOf(conversationId)).conversation.subject).toBe('Где взять акт сверки?');
    expect(await stage.outbox()).toMatchObject([{ data: { asksSubject: true } }]);
  });

  it('brings its files along, and names those that are not taken', async () => {
    const { conversationId } = await stage.place({
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
    const placed = await stage.place({
      to: await ownAddress(conversationId),
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
    const [sent] = await stage.outbox();
    const headers = [
      'References: <unknown@elsewhere.example>',
      `In-Reply-To: <${sent?.messageId}@desk.example>`,
    ];
    expect(await stage.place({ headers, subject: 'Re: Вывод денег' })).toMatchObject({ conversationId });
  });

  it('goes by the number in its subject only for who takes part in that ticket', async () => {
    const { conversationId, number } = await ask();
    await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
    const subject = `Re: [#${number}] Вывод денег`;
    expect(await stage.place({ subject })).toMatchObject({ conversationId });
    const other = await stage.place({ subject, from: 'vera@vita.example' });
    expect(other.state).toBe('stored');
    expect(other.conversationId).not.toBe(conversationId);
  });

  it('from another address than the one that it was given to waits for an agent', async () => {
    const { conversationId } = await ask();
    const to = await ownAddress(conversationId);
    await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
    const held = { state: 'held', reason: 'not_participant', conversationId: null };
    expect(await stage.place({ to, from: 'vera@vita.example' })).toMatchObject(held);
    expect(await stage.place({ to, from: 'olga@private.example' })).toMatchObject(held);
    expect(await messagesOf(conversationId)).toHaveLength(1);
  });

  it('on what was solved long ago, or is closed, opens a new ticket that is tied to it', async () => {
    for (const status of ['solved', 'closed'] as const) {
      const { conversationId, number } = await ask();
      await updateTicket(as(services, anna), number, { status });
      services.clock.now += 15 * DAY_MS;
      const mail = await stage.receive({
        to: await ownAddress(conversationId),
        subject: 'Re: Вывод денег',
      });
      const placed = await placeMail(services, mail);
      expect(placed.ticket).not.toBe(number);
      const { conversation } = await threadOf(placed.conversationId);
      expect(conversation.links).toMatchObject([{ kind: 'continued', way: 'back', number }]);
      expect((await stage.outbox()).at(-1)).toMatchObject({
        kind: 'confirmation',
        data: { continues: number },
      });
      expect(await placeMail(services, mail)).toEqual(placed);
    }
  });

  it('with a subject of its own and nothing quoted is a new question', async () => {
    const { conversationId, number } = await ask();
    const to = await ownAddress(conversationId);
    const mail = await stage.receive({ to, subject: 'Не загружаются картинки каталога' });
    const placed = await placeMail(services, mail);
    expect(placed.ticket).not.toBe(number);
    const { conversation } = await threadOf(placed.conversationId);
    expect(conversation.subject).toBe('Не загружаются картинки каталога');
    expect(conversation.links).toMatchObject([{ kind: 'split', way: 'back', number }]);
    expect(await placeMail(services, mail)).toEqual(placed);
    const again = await stage.place({ to, subject: 'Re: вывод денег' });
    expect(again).toMatchObject({ conversationId });
  });
});

describe('a mail that is not believed', () => {
  beforeEach(() => stage.setting('mail.authentication', 'headers'));
  afterEach(() => stage.setting('mail.authentication', 'none'));

  it('waits for an agent where its sender is known, on no ticket', async () => {
    const { conversationId } = await ask();
    const to = await ownAddress(conversationId);
    expect(await stage.place({ to })).toMatchObject({ state: 'held', reason: 'not_believed' });
    expect(await messagesOf(conversationId)).toHaveLength(1);
    expect(await stage.outbox()).toEqual([]);
  });
});

describe('colleagues to whom a mail went too', () => {
  const CC = 'Cc: Vera <VERA@vita.example>, ivan@other.example, petr@vita.example, max@elsewhere.example';

  it('follow the ticket; nobody else does', async () => {
    const vera = await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
    await makeRequester(services, { name: 'Пётр', email: 'petr@vita.example', role: 'distributor' });
    await makeRequester(services, { name: 'Иван', email: 'ivan@other.example', company: 'other' });
    const mail = await stage.receive({ headers: [CC] });
    const { conversationId, ticket } = await placeMail(services, mail);
    await placeMail(services, mail);
    const { conversation, events } = await threadOf(conversationId);
    expect(conversation.followers).toEqual([{ id: vera.personId, name: 'Вера' }]);
    expect(events.filter(({ kind }) => kind === 'follower')).toHaveLength(1);
    await unfollowConversation(as(services, vera), { number: ticket ?? 0, personId: vera.personId });
    await stage.place({ headers: [CC], to: await ownAddress(conversationId ?? ''), subject: 'Re: отчёт' });
    expect((await threadOf(conversationId)).conversation.followers).toEqual([]);
  });

  it('are none where a mail went to a crowd', async () => {
    await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
    const crowd = Array.from({ length: 30 }, (_, index) => `u${index}@vita.example`).join(',\r\n ');
    const { conversationId } = await stage.place({ headers: [`Cc: vera@vita.example, ${crowd}`] });
    expect((await threadOf(conversationId)).conversation.followers).toEqual([]);
  });
});

describe('somebody new from a domain that a company calls its own', () => {
  const domains = (value: string | null) =>
    services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update companies set mail_domains = ${value} where id = ${olga.companyId}`,
    );
  afterEach(() => domains(null));
  const from = 'Нина Ли <nina@staff.vita.example>';

  it('is staff of it, and the same person when they sign in later', async () => {
    await domains('other.example, staff.vita.example');
    const { conversationId } = await stage.place({ from });
    const { requester } = (await stage.threadOf(conversationId, anna)).conversation;
    expect(requester.name).toBe('Нина Ли');
    const company = { id: 'vita', name: 'vita', plan: null, region: null };
    const claims = {
      sub: 'nina',
      name: 'Нина Ли',
      email: 'Nina@staff.vita.example',
      role: 'staff',
      company,
    } as const;
    const at = new Date(services.clock.now).toISOString();
    const known = await services.database.inTransaction(SYSTEM, (tx) => upsertRequester(tx, claims, at));
    expect(known.personId).toBe(requester.id);
  });

  it('is not when they are known as a distributor, or not believed', async () => {
    await domains('staff.vita.example');
    await makeRequester(services, { email: 'nina@staff.vita.example', role: 'distributor' });
    expect(await stage.place({ from })).toMatchObject({ state: 'refused', reason: 'distributor' });
    await stage.setting('mail.authentication', 'headers');
    const other = await stage.place({ from: 'max@staff.vita.example' });
    expect(other).toMatchObject({ state: 'held', reason: 'not_believed' });
    await stage.setting('mail.authentication', 'none');
  });
});
