import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { judgeSolution } from './judge-solution';
import { listQueue } from './list-queue';
import { mergeTickets } from './merge-tickets';
import { listMessages, readTicket } from './read-tickets';
import { splitTicket } from './split-ticket';
import { sweepAcceptances } from './sweep-acceptances';
import { unmergeTicket } from './unmerge-ticket';
import { unsplitTicket } from './unsplit-ticket';
import { updateTicket } from './update-ticket';

const DAY = 86_400_000;
const SEND = { kind: 'message', channel: 'widget' } as const;
let clone: TestDatabase;
let services: TestServices;
let olga: Context;
let anna: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  olga = as(services, await makeRequester(services));
  anna = as(services, await makeAgent(services));
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const say = (ctx: Context, conversationId: string, text: string, clientId = uuidv7()) =>
  sendMessage(ctx, { conversationId, clientId, text, start: {} }, SEND);
const open = async (text = 'Вопрос') => {
  const conversationId = uuidv7();
  const { number } = await say(olga, conversationId, text);
  return { conversationId, number };
};
const textsOf = async (number: number) =>
  (await listMessages(olga, { number }, { limit: 50 })).results.map(({ text }) => text);
const openTask = async () => {
  const task = await open('Загрузите прайс');
  await updateTicket(anna, task.number, { type: 'task', status: 'solved' });
  return task;
};

it('asks the company whether a task is done, says by when, and lets the clock stand meanwhile', async () => {
  services.clock.now = Date.parse('2026-11-26T09:00:00Z');
  const { number } = await openTask();
  expect(await readTicket(olga, { number })).toMatchObject({
    status: 'pending',
    acceptBy: '2026-12-01T17:00:00.000Z',
    promise: { state: 'paused', reason: 'acceptance' },
  });
  expect(await judgeSolution(olga, { number, solved: true })).toMatchObject({
    status: 'solved',
    acceptBy: null,
  });
  expect(services.published.at(-1)).toMatchObject({
    author: { kind: 'requester' },
    data: { acceptance: 'accepted' },
  });
});

it('takes a comment for a return, and thanks for neither', async () => {
  const { number, conversationId } = await openTask();
  await say(olga, conversationId, 'Спасибо!');
  expect(await readTicket(olga, { number })).toMatchObject({ status: 'pending' });
  await say(olga, conversationId, 'Не хватает колонки с ценой');
  expect(await readTicket(olga, { number })).toMatchObject({ status: 'open', acceptBy: null });
  expect(services.published.at(-1)).toMatchObject({ data: { acceptance: 'returned' } });
});

it('accepts by itself when nobody answers in time: once, on whatever node', async () => {
  const { number } = await openTask();
  expect(await sweepAcceptances(services)).toBe(0);
  services.clock.now += 8 * DAY;
  const swept = await Promise.all([sweepAcceptances(services), sweepAcceptances(services)]);
  expect(swept[0] + swept[1]).toBe(1);
  expect(await readTicket(olga, { number })).toMatchObject({ status: 'solved', acceptBy: null });
  expect(await sweepAcceptances(services)).toBe(0);
});

it('opens one new ticket for what is written long after, links both, and is safe to repeat', async () => {
  const old = await open();
  await updateTicket(anna, old.number, { status: 'solved' });
  services.clock.now += 15 * DAY;
  const clientId = uuidv7();
  const first = await say(olga, old.conversationId, 'Снова не работает', clientId);
  expect(first.number).not.toBe(old.number);
  expect(await say(olga, old.conversationId, 'Снова не работает', clientId)).toMatchObject({
    number: first.number,
    repeated: true,
  });
  expect((await say(olga, old.conversationId, 'И ещё одно')).number).toBe(first.number);
  expect((await readTicket(olga, old)).links).toMatchObject([
    { kind: 'continued', way: 'on', number: first.number },
  ]);
  expect((await readTicket(olga, { number: first.number })).links).toMatchObject([
    { way: 'back', number: old.number },
  ]);
  expect((await say(olga, old.conversationId, 'Спасибо!')).number).toBe(old.number);
});

it('reopens what was solved a short while ago', async () => {
  const old = await open();
  await updateTicket(anna, old.number, { status: 'solved' });
  services.clock.now += 13 * DAY;
  expect((await say(olga, old.conversationId, 'Снова не работает')).number).toBe(old.number);
});

it('splits a message off once, copied and linked both ways', async () => {
  const old = await open();
  const { event } = await say(olga, old.conversationId, 'И другое: где отчёт?');
  const made = await splitTicket(anna, { number: old.number, seq: event.seq });
  expect(made).toMatchObject({
    subject: 'И другое: где отчёт?',
    links: [{ kind: 'split', way: 'back', number: old.number }],
  });
  expect((await splitTicket(anna, { number: old.number, seq: event.seq })).number).toBe(made.number);
  expect(await textsOf(made.number)).toEqual(['И другое: где отчёт?']);
  expect(await textsOf(old.number)).toEqual(['Вопрос', 'И другое: где отчёт?']);
});

it('takes a splitting back: the copy is closed and untied, and the message may be split off anew', async () => {
  const old = await open();
  const { event } = await say(olga, old.conversationId, 'И другое: где отчёт?');
  const split = { number: old.number, seq: event.seq };
  const { number } = await splitTicket(anna, split);
  expect(await unsplitTicket(anna, number)).toMatchObject({ status: 'closed', links: [] });
  expect(await readTicket(olga, old)).toMatchObject({ status: 'open', links: [] });
  expect(await textsOf(old.number)).toEqual(['Вопрос', 'И другое: где отчёт?']);
  const told = services.published.length;
  expect(await unsplitTicket(anna, number)).toMatchObject({ status: 'closed' });
  expect(services.published).toHaveLength(told);
  expect((await splitTicket(anna, split)).number).not.toBe(number);
});

it('keeps what was split off once somebody has written there', async () => {
  const old = await open();
  const { number, conversationId } = await splitTicket(anna, { number: old.number, seq: 1 });
  await say(olga, conversationId, 'Уточню');
  await expect(unsplitTicket(anna, number)).rejects.toMatchObject({ code: 'split_answered' });
  expect((await readTicket(olga, { number })).links).toMatchObject([{ kind: 'split', way: 'back' }]);
});

it('merges a duplicate, sends on what is written there, and takes it back', async () => {
  const twin = await open('Дубль');
  const main = await open('Главное');
  await mergeTickets(anna, { number: twin.number, into: main.number });
  expect(await textsOf(main.number)).toEqual(['Главное', 'Дубль']);
  expect(await readTicket(olga, twin)).toMatchObject({
    status: 'closed',
    links: [{ kind: 'merged', way: 'on', number: main.number }],
  });
  await expect(updateTicket(anna, twin.number, { status: 'open' })).rejects.toMatchObject({
    code: 'ticket_merged',
  });
  const clientId = uuidv7();
  expect((await say(olga, twin.conversationId, 'Ещё', clientId)).number).toBe(main.number);
  expect(await say(olga, twin.conversationId, 'Ещё', clientId)).toMatchObject({
    number: main.number,
    repeated: true,
  });
  expect(await unmergeTicket(anna, twin.number)).toMatchObject({ status: 'open', links: [] });
  expect((await readTicket(olga, main)).links).toEqual([]);
  expect((await say(olga, twin.conversationId, 'Опять здесь')).number).toBe(twin.number);
});

it('merges nothing of another requester', async () => {
  const ivan = as(services, await makeRequester(services, { name: 'Иван' }));
  const theirs = await say(ivan, uuidv7(), 'Моё');
  const { number } = await open();
  const attempt = mergeTickets(anna, { number: theirs.number, into: number });
  await expect(attempt).rejects.toMatchObject({ code: 'merge_impossible' });
});

it('lists what one person asked, among which twins are looked for', async () => {
  const requester = await makeRequester(services, { name: 'Пётр' });
  const petr = as(services, requester);
  const first = await say(petr, uuidv7(), 'Не грузится отчёт');
  const second = await say(petr, uuidv7(), 'Отчёт за март');
  await open('Тоже отчёт');
  const list = async (q: string) => {
    const input = { view: 'all', q, requester: requester.personId, limit: 10 } as const;
    return (await listQueue(anna, input)).results.map(({ number }) => number);
  };
  expect((await list('')).toSorted((a, b) => a - b)).toEqual([first.number, second.number]);
  expect(await list('март')).toEqual([second.number]);
});
