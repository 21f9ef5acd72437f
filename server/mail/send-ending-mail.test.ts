import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addFollower } from '../conversations/follow-conversation';
import { markRead } from '../conversations/mark-read';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { judgeSolution } from '../tickets/judge-solution';
import { rateTicket } from '../tickets/rate-ticket';
import { readRatingToken } from '../tickets/rating-link';
import { sweepAcceptances } from '../tickets/sweep-acceptances';
import { updateTicket } from '../tickets/update-ticket';
import type { MailTransport, OutgoingMail } from './outgoing-mail';
import { sendDueMail } from './send-due-mail';

const MESSAGE = { kind: 'message', channel: 'widget' } as const;
const DELAY_MS = 121_000;
const DAY_MS = 86_400_000;

let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
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
  anna = await makeAgent(services, 'Анна');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});
beforeEach(async () => {
  sent = [];
  olga = await makeRequester(services);
});
afterEach(() => services.database.inTransaction(SYSTEM, ({ sql }) => sql`delete from mail_outbox`));

async function say(actor: AgentActor | RequesterActor, conversationId: string, text: string) {
  return sendMessage(as(services, actor), { conversationId, clientId: uuidv7(), text, start: {} }, MESSAGE);
}
async function ask() {
  const conversationId = uuidv7();
  const { number } = await say(olga, conversationId, 'Как вывести деньги');
  return { conversationId, number };
}
const solve = (number: number) => updateTicket(as(services, anna), number, { status: 'solved' });
async function later(ms = DELAY_MS): Promise<OutgoingMail | undefined> {
  services.clock.now += ms;
  await sendDueMail(services, transport);
  return sent.at(-1);
}
const linksOf = (text = '') => text.match(/http\S+\/rate\/\S+/g) ?? [];

it('goes out with the answer before it, and asks how they were helped by links that say for which ticket', async () => {
  const { conversationId, number } = await ask();
  await say(anna, conversationId, 'Откройте «Кошельки».');
  await solve(number);
  const mail = await later();
  expect(sent).toHaveLength(1);
  expect(mail?.text).toMatch(/Откройте «Кошельки»\.[\s\S]*Обращение решено\.[\s\S]*Как вам помогли\?/);
  const [good = '', bad = ''] = linksOf(mail?.text);
  const [, token = ''] = /\/help\/ru\/rate\/([^?]+)\?score=good$/.exec(good) ?? [];
  expect(bad).toBe(good.replace('good', 'bad'));
  expect(readRatingToken('test', services.clock.now, token)).toBe(conversationId);
  expect(mail?.html).toMatch(new RegExp(`href="${bad.replace(/[.?]/g, '\\$&')}"[^>]*>Плохо</a>`));
});

it('goes out when nothing was written, once, and only to who has not seen it', async () => {
  const { conversationId, number } = await ask();
  await solve(number);
  expect((await later())?.text).toContain(`Есть новости в обращении № ${number}`);
  await later();
  expect(sent).toHaveLength(1);

  const seen = await ask();
  await solve(seen.number);
  await markRead(as(services, olga), { conversationId: seen.conversationId, seq: 99 });
  await judgeSolution(as(services, olga), { number, solved: false });
  await judgeSolution(as(services, olga), { number, solved: true });
  await later();
  expect(sent).toHaveLength(1);
  expect(conversationId).not.toBe(seen.conversationId);
});

it('says nothing of an end that was taken back meanwhile', async () => {
  const { number } = await ask();
  await solve(number);
  await updateTicket(as(services, anna), number, { status: 'open' });
  await later();
  expect(sent).toEqual([]);
});

it('tells nobody of an end that they have brought about themselves', async () => {
  const { conversationId, number } = await ask();
  await say(anna, conversationId, 'Откройте «Кошельки».');
  await judgeSolution(as(services, olga), { number, solved: true });
  const mail = await later();
  expect(mail?.text).toContain('Откройте «Кошельки».');
  expect(mail?.text).not.toContain('Обращение решено.');
});

it('does not ask who has answered', async () => {
  const { number } = await ask();
  await solve(number);
  await rateTicket(as(services, olga), { number, score: 'good' });
  const mail = await later();
  expect(mail?.text).toContain('Обращение решено.');
  expect(linksOf(mail?.text)).toEqual([]);
});

it('tells who follows that it is solved, and asks only the one who asked how it was', async () => {
  const { number } = await ask();
  const vera = await makeRequester(services, { name: 'Вера', email: 'vera@vita.example' });
  await addFollower(as(services, anna), { number, personId: vera.personId });
  await solve(number);
  await later();
  const links = Object.fromEntries(sent.map((mail) => [mail.to.address, linksOf(mail.text).length]));
  expect(links).toEqual({ 'olga@vita.example': 2, 'vera@vita.example': 0 });
  await expect(rateTicket(as(services, vera), { number, score: 'good' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('asks to accept a task that is said to be done, and says when that counts as done', async () => {
  const { number } = await ask();
  await updateTicket(as(services, anna), number, { type: 'task', status: 'solved' });
  const mail = await later();
  expect(mail?.text).toMatch(/Задача сделана\. .* Если ответа не будет, \d+ \S+ она будет принята\./);
  expect(linksOf(mail?.text)).toEqual([]);
  services.clock.now += 8 * DAY_MS;
  await sweepAcceptances(services);
  expect((await later())?.text).toContain('Обращение решено.');
});
