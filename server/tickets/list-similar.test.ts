import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { SimilarTicket } from '@beseda/shared/protocol/http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { followConversation } from '../conversations/follow-conversation';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listSimilar } from './list-similar';
import { mergeTickets } from './merge-tickets';
import { updateTicket } from './update-ticket';

let clone: TestDatabase;
let services: TestServices;
let anna: Context;
let olga: Context;
let petr: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = as(services, await makeAgent(services));
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});
beforeEach(async () => {
  const company = uuidv7();
  olga = as(services, await makeRequester(services, { company }));
  petr = as(services, await makeRequester(services, { company, name: 'Пётр' }));
});

async function ask(who: Context, text: string, page?: { url: string; route?: string }): Promise<number> {
  services.clock.now += 1000;
  const start = page ? { page: { title: 'Секрет', ...page } } : {};
  const input = { conversationId: uuidv7(), clientId: uuidv7(), text, start };
  const { number } = await sendMessage(who, input, { kind: 'message', channel: 'widget' });
  return number;
}

async function offered(who: Context, q: string, route?: string): Promise<SimilarTicket[]> {
  return (await listSimilar(who, { q, route })).results;
}
const numbers = (list: SimilarTicket[]) => list.map(({ number }) => number);

it('offers a colleague’s open ticket about the same, by number and title alone', async () => {
  const text = 'Не приходит письмо подтверждения\nПодробности: пароль 123';
  const number = await ask(olga, text, { url: 'https://office.example/members/7' });
  await updateTicket(anna, number, { status: 'pending' });
  const list = await offered(petr, 'участнику не приходят письма с подтверждением');
  expect(list).toEqual([
    {
      number,
      subject: 'Не приходит письмо подтверждения',
      createdAt: new Date(services.clock.now).toISOString(),
      by: 'subject',
      conversationId: null,
      offer: expect.any(String),
    },
  ]);
  const ticket = await followConversation(petr, { number, offer: list[0]?.offer ?? '' });
  expect(ticket.number).toBe(number);
  expect(await offered(petr, 'не приходит письмо')).toMatchObject([
    { number, conversationId: ticket.conversationId, offer: null },
  ]);
});

it('offers no ticket of another company, none that is solved, closed or merged', async () => {
  const text = 'Не начислен бонус за октябрь';
  const [solved, closed, merged, left] = [
    await ask(olga, text),
    await ask(olga, text),
    await ask(olga, text),
    await ask(olga, text),
  ];
  await updateTicket(anna, solved, { status: 'solved' });
  await updateTicket(anna, closed, { status: 'closed' });
  await mergeTickets(anna, { number: merged, into: left });
  expect(numbers(await offered(petr, text))).toEqual([left]);
  const stranger = as(services, await makeRequester(services, { company: uuidv7() }));
  expect(await offered(stranger, text)).toEqual([]);
  expect(numbers(await offered(olga, text))).toEqual([left]);
});

it('offers one of the same page after those about the same, and none of the first page', async () => {
  const older = await ask(olga, 'Вопрос про роли', { url: 'https://office.example/payouts?status=new' });
  const newer = await ask(olga, 'Кнопка серая', { url: 'https://office.example/app#/x', route: '/Payouts/' });
  const home = await ask(olga, 'Кнопка синяя', { url: 'https://office.example/' });
  const same = await ask(olga, 'Выплата зависла в обработке');
  const list = await offered(petr, 'выплаты зависли в обработке', '/payouts');
  expect(list.map(({ number, by }) => [number, by])).toEqual([
    [same, 'subject'],
    [newer, 'page'],
  ]);
  expect(numbers(await offered(petr, 'нечто иное', '/payouts'))).not.toContain(older);
  expect(numbers(await offered(petr, 'нечто иное', '/'))).not.toContain(home);
  expect(await offered(petr, 'нечто иное', '/members')).toEqual([]);
});

it('shows at most three, the closest first', async () => {
  const wide = await ask(olga, 'Отчёт по бонусам не открывается у дилеров');
  for (let i = 0; i < 3; i++) await ask(olga, 'Отчёт по бонусам не открывается');
  const list = await offered(petr, 'отчет по бонусам не открывается');
  expect(list).toHaveLength(3);
  expect(numbers(list)).not.toContain(wide);
});

it('shows staff their own only where the install says so, and a manager all of the company', async () => {
  const text = 'Вебхуки не доставляются';
  const mine = await ask(petr, text);
  const theirs = await ask(olga, text);
  const boss = as(
    services,
    await makeRequester(services, { role: 'manager', company: await companyOf(olga) }),
  );
  const before = await offered(petr, text);
  expect(new Set(numbers(before))).toEqual(new Set([mine, theirs]));
  await changeSetting(as(services, SYSTEM), { key: 'tickets.similar', value: 'own' });
  services.clock.now += 60_000;
  try {
    expect(numbers(await offered(petr, text))).toEqual([mine]);
    const offer = before.find(({ number }) => number === theirs)?.offer ?? '';
    await expect(followConversation(petr, { number: theirs, offer })).rejects.toMatchObject({
      code: 'not_found',
    });
    const shown = await offered(boss, text);
    expect(new Set(numbers(shown))).toEqual(new Set([mine, theirs]));
    await followConversation(boss, {
      number: theirs,
      offer: shown.find((one) => one.number === theirs)?.offer ?? '',
    });
  } finally {
    await changeSetting(as(services, SYSTEM), { key: 'tickets.similar', value: 'company' });
    services.clock.now += 60_000;
  }
});

async function companyOf({ actor }: Context): Promise<string> {
  const [row] = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ name: string }[]>`
      select external_id as name from companies where id = ${'companyId' in actor ? actor.companyId : ''}`,
  );
  return row?.name ?? '';
}
