import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findMentioned } from '../agents/find-mentioned';
import { sweepClocks } from '../clocks/sweep-clocks';
import { markRead } from '../conversations/mark-read';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';
import type { MailTransport, OutgoingMail } from './outgoing-mail';
import { sendDueMail } from './send-due-mail';

const NOTE = { kind: 'note', channel: 'widget' } as const;
const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const DELAY_MS = 301_000;

let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
let boris: AgentActor;
let olga: RequesterActor;
let sent: OutgoingMail[];
const transport: MailTransport = {
  send: async (mail) => {
    sent.push(mail);
  },
  close: () => {},
};

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = await makeAgent(services, 'Анна Серова');
  boris = await makeAgent(services, 'Борис');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});
beforeEach(async () => {
  sent = [];
  services.clock.now = Date.parse('2026-11-23T09:00:00Z');
  olga = await makeRequester(services, { email: null });
});
afterEach(() => services.database.inTransaction(SYSTEM, ({ sql }) => sql`delete from mail_outbox`));

async function ask(): Promise<{ conversationId: string; number: number }> {
  const conversationId = uuidv7();
  const input = { conversationId, clientId: uuidv7(), text: 'Где вознаграждение?', start: {} };
  const { number } = await sendMessage(as(services, olga), input, MESSAGE);
  return { conversationId, number };
}
const assign = (number: number, to: AgentActor) =>
  updateTicket(as(services, anna), number, { assignee: to.agentId });
const note = (conversationId: string, text: string) =>
  sendMessage(as(services, anna), { conversationId, clientId: uuidv7(), text }, NOTE);
async function later(ms = DELAY_MS): Promise<OutgoingMail[]> {
  services.clock.now += ms;
  sent = [];
  await sendDueMail(services, transport);
  return sent;
}

describe('an agent who is given a ticket', () => {
  it('is told by mail with what the customer wrote, and answers to an address of their own', async () => {
    const { number } = await ask();
    await assign(number, boris);
    const [mail] = await later();
    expect(mail?.to.address).toBe(`${boris.agentId}@desk.example`);
    expect(mail?.subject).toMatch(new RegExp(`^\\[#${number}\\] `));
    expect(mail?.text).toContain('Обращение передано вам (Анна Серова).');
    expect(mail?.text).toContain('Где вознаграждение?');
    expect(mail?.text).toContain(`/desk/tickets/${number}`);
    expect(mail?.replyTo?.address).toMatch(/^support\+[0-9a-z]{26}@desk\.example$/);
  });

  it('is not told of what they have taken themselves, seen in time, or lost again', async () => {
    const taken = await ask();
    await assign(taken.number, anna);
    const seen = await ask();
    await assign(seen.number, boris);
    await markRead(as(services, boris), { conversationId: seen.conversationId, seq: 99 });
    const lost = await ask();
    await assign(lost.number, boris);
    await assign(lost.number, anna);
    expect(await later()).toEqual([]);
  });

  it('gets one mail of all that has come together, and no second of the same', async () => {
    const { conversationId, number } = await ask();
    await assign(number, boris);
    services.clock.now += 60_000;
    await note(conversationId, '@Борис, посмотри октябрь.');
    const mails = await later();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/передано вам[\s\S]*упомянули в заметке[\s\S]*посмотри октябрь/);
    expect(await later()).toEqual([]);
  });

  it('is told only of what they want', async () => {
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update agents set mail_off = '{assigned}' where id = ${boris.agentId}`,
    );
    const { conversationId, number } = await ask();
    await assign(number, boris);
    expect(await later()).toEqual([]);
    await note(conversationId, '@Борис, а теперь?');
    expect((await later())[0]?.text).not.toContain('передано вам');
    await services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update agents set mail_off = '{}' where id = ${boris.agentId}`,
    );
  });
});

describe('a deadline that is near', () => {
  it('is told to the assignee, unless it has been met meanwhile', async () => {
    const { number } = await ask();
    await assign(number, boris);
    await later();
    services.clock.now += 95 * 60_000;
    await sweepClocks(services);
    expect((await later())[0]?.text).toMatch(/Подходит срок: 23 ноября в \d\d:\d\d МСК\./);

    services.clock.now = Date.parse('2026-11-24T09:00:00Z');
    const answered = await ask();
    await assign(answered.number, boris);
    await later();
    services.clock.now += 95 * 60_000;
    await sweepClocks(services);
    const text = { conversationId: answered.conversationId, clientId: uuidv7(), text: 'Ответ' };
    await sendMessage(as(services, boris), text, MESSAGE);
    expect((await later()).filter((mail) => mail.subject.includes(`#${answered.number}`))).toEqual([]);
  });
});

describe('a name in a note', () => {
  const named = (text: string) => services.database.inTransaction(SYSTEM, (tx) => findMentioned(tx, text));

  it('is an agent’s by name, by first name, or by what their address begins with', async () => {
    expect(await named('Смотри, @анна серова')).toEqual([anna.agentId]);
    expect(await named('@Анна, глянь')).toEqual([anna.agentId]);
    expect(await named(`@${boris.agentId} и @Анна`)).toHaveLength(2);
  });

  it('is none in an address, within a word, or of nobody', async () => {
    expect(await named('пишите на x@Анна.example и @Аннабель')).toEqual([]);
    expect(await named('@Никто')).toEqual([]);
  });
});
