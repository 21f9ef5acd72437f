import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMessage } from '../../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../../db/actor';
import { as, makeAgent, makeRequester, type TestServices } from '../../testing/make-services';
import { updateTicket } from '../../tickets/update-ticket';
import { type MailStage, openMailStage } from './open-mail-stage';
import { placeMail } from './place-mail';

const HOUR_MS = 3_600_000;

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

const later = (ms: number) => {
  services.clock.now += ms;
};
const ticketCount = () =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => (await sql`select 1 from tickets`).length);
async function ask(): Promise<{ conversationId: string; number: number }> {
  const conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'Как вывести?', start: { subject: 'Вывод' } };
  const { number } = await sendMessage(as(services, olga), input, { kind: 'message', channel: 'widget' });
  return { conversationId, number };
}

describe('somebody who is not served', () => {
  it('is told so once a day, in words that are ours alone, and opens nothing', async () => {
    const given = {
      from: 'Max <max@elsewhere.example>',
      subject: 'Cheap watches',
      text: 'Buy at watches.example',
    };
    expect(await stage.place(given)).toMatchObject({ state: 'refused', reason: 'unknown_sender' });
    await stage.place(given);
    later(23 * HOUR_MS);
    await stage.place({ ...given, from: 'MAX@elsewhere.example' });
    const [mail, ...others] = await stage.send();
    expect(others).toEqual([]);
    expect(mail?.to.address).toBe('max@elsewhere.example');
    expect(mail?.text).toContain('We help the staff of companies');
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/watches|Max/);
    later(2 * HOUR_MS);
    await stage.place(given);
    expect(await stage.send()).toHaveLength(1);
    expect(await ticketCount()).toBe(0);
  });

  it('as a distributor is told who helps them', async () => {
    await makeRequester(services, { name: 'Пётр', role: 'distributor', email: 'petr@partner.example' });
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`
        update companies set distributor_support_url = 'https://vita.example/help' where id = ${olga.companyId}`,
    );
    expect(await stage.place({ from: 'petr@partner.example' })).toMatchObject({ reason: 'distributor' });
    const [mail] = await stage.send();
    expect(mail?.text).toContain('Дистрибьюторам помогает их компания: «vita».');
    expect(mail?.text).toContain('https://vita.example/help');
    expect(await ticketCount()).toBe(0);
  });

  it('is told nothing when nobody reads there, or when it answers a mail of ours', async () => {
    await stage.place({ from: 'no-reply@elsewhere.example' });
    await stage.place({ from: 'desk@elsewhere.example', headers: ['In-Reply-To: <a-1@desk.example>'] });
    expect(await stage.outbox()).toEqual([]);
  });

  it('gets no answer in the name of somebody who has shut them out', async () => {
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update people set blocked_at = now() where id = ${olga.personId}`,
    );
    expect(await stage.place()).toMatchObject({ state: 'refused', reason: 'not_served' });
    expect(await stage.outbox()).toEqual([]);
  });
});

describe('what no person wrote', () => {
  const AUTO = ['Auto-Submitted: auto-replied'];
  const asMachine = async (given: Parameters<MailStage['receive']>[0]) => {
    const received = await stage.receive(given);
    return { ...received, mail: { ...received.mail, mailClass: 'auto_reply' as const } };
  };

  it('stands on its ticket for agents alone, once, and changes nothing', async () => {
    const { conversationId, number } = await ask();
    await updateTicket(as(services, anna), number, { status: 'solved' });
    const to = await stage.addressOf(conversationId, olga);
    const mail = await asMachine({ to, text: 'В отпуске до 10 марта.', headers: AUTO });
    const placed = await placeMail(services, mail);
    expect(placed).toMatchObject({ state: 'stored', reason: 'auto_reply', ticket: number });
    await placeMail(services, mail);
    const { conversation, events } = await stage.threadOf(conversationId, anna);
    expect(conversation.status).toBe('solved');
    expect(events.filter(({ kind }) => kind === 'mail')).toMatchObject([
      { author: { kind: 'system' }, mail: { class: 'auto_reply', text: 'В отпуске до 10 марта.' } },
    ]);
    const seen = await stage.threadOf(conversationId, olga);
    expect(JSON.stringify(seen)).not.toContain('В отпуске');
    expect(await stage.messagesOf(conversationId, anna)).toHaveLength(1);
  });

  it('opens nothing where it belongs nowhere, and is answered by nobody', async () => {
    const placed = await placeMail(services, await asMachine({ headers: AUTO }));
    expect(placed).toMatchObject({ state: 'stored', reason: 'auto_reply', ticket: null });
    expect(await ticketCount()).toBe(0);
    expect(await stage.outbox()).toEqual([]);
  });
});

describe('a machine that nobody can tell from a person', () => {
  it('is answered twice an hour at most', async () => {
    for (let count = 0; count < 4; count++) await stage.place({ subject: `Вопрос ${count}` });
    expect(await stage.send()).toHaveLength(2);
    later(2 * HOUR_MS);
    await stage.place({ subject: 'Ещё вопрос' });
    expect(await stage.send()).toHaveLength(1);
  });

  it('is held when it writes more than people do', async () => {
    await stage.setting('mail.hourly_per_address', '2');
    const given = [0, 1, 2].map((count) => stage.receive({ subject: `Сбой ${count}` }));
    const mails = await Promise.all(given);
    const placed = [];
    for (const mail of mails) placed.push(await placeMail(services, mail));
    expect(placed.map(({ state, reason }) => [state, reason])).toEqual([
      ['stored', null],
      ['stored', null],
      ['held', 'too_many'],
    ]);
    const [first] = mails;
    expect(first && (await placeMail(services, first))).toEqual(placed[0]);
    later(2 * HOUR_MS);
    expect(await stage.place()).toMatchObject({ state: 'stored' });
    await stage.setting('mail.hourly_per_address', '100');
  });
});

describe('mail of our own that comes back', () => {
  it('is neither a question nor answered', async () => {
    const own = await stage.place({ from: 'support@desk.example' });
    expect(own).toMatchObject({ state: 'stored', reason: 'own_mail', ticket: null });
    const looped = await stage.place({ headers: ['X-Loop: support@desk.example'] });
    expect(looped).toMatchObject({ state: 'stored', ticket: null });
    expect(await stage.outbox()).toEqual([]);
  });
});
