import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { judgeSolution } from './judge-solution';
import { mergeTickets } from './merge-tickets';
import { rateTicket } from './rate-ticket';
import { readTicket } from './read-tickets';
import { updateTicket } from './update-ticket';

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
beforeEach(() => {
  services.published.length = 0;
});

async function openTicket(ctx = olga): Promise<number> {
  const message = { conversationId: uuidv7(), clientId: uuidv7(), text: 'Вопрос', start: {} };
  const { number } = await sendMessage(ctx, message, SEND);
  return number;
}
async function solvedTicket(): Promise<number> {
  const number = await openTicket();
  await updateTicket(anna, number, {
    status: 'solved',
    assignee: (anna.actor as { agentId: string }).agentId,
  });
  services.published.length = 0;
  return number;
}
const ratingsOf = () => services.published.filter(({ kind }) => kind === 'rating');

it('keeps what the requester says of a solved ticket, tells agents, and lets it rest', async () => {
  const number = await solvedTicket();
  const rated = await rateTicket(olga, { number, score: 'bad', comment: '  Долго ждали ' });
  const rating = { score: 'bad', comment: 'Долго ждали', at: '2026-11-23T09:00:00.000Z' };
  expect(rated).toMatchObject({ status: 'solved', rating });
  expect(await readTicket(anna, { number })).toMatchObject({ status: 'solved', rating });
  expect(services.published).toMatchObject([{ kind: 'rating', audience: 'all', data: { to: rating } }]);
  const rows = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`select a.name from ratings r join agents a on a.id = r.agent_id
      join tickets t on t.conversation_id = r.conversation_id where t.number = ${number}`,
  );
  expect(rows).toEqual([{ name: 'Анна' }]);
});

it('takes another answer while the ticket stays solved, and the same one once', async () => {
  const number = await solvedTicket();
  await rateTicket(olga, { number, score: 'bad' });
  await rateTicket(olga, { number, score: 'bad' });
  await updateTicket(anna, number, { status: 'closed' });
  const rated = await rateTicket(olga, { number, score: 'good', comment: 'Разобрались' });
  expect(rated.rating).toMatchObject({ score: 'good', comment: 'Разобрались' });
  expect(ratingsOf()).toHaveLength(2);
});

it('keeps the answer over a reopening, when it cannot be changed, and does not ask again', async () => {
  const number = await solvedTicket();
  await rateTicket(olga, { number, score: 'good' });
  await judgeSolution(olga, { number, solved: false });
  await expect(rateTicket(olga, { number, score: 'bad' })).rejects.toMatchObject({
    code: 'ticket_not_solved',
  });
  await updateTicket(anna, number, { status: 'solved' });
  expect(await readTicket(olga, { number })).toMatchObject({ rating: { score: 'good' } });
});

it('remembers who would not say; that takes no answer back', async () => {
  const number = await solvedTicket();
  expect(await rateTicket(olga, { number, score: null, comment: 'x' })).toMatchObject({
    rating: { score: null, comment: '' },
  });
  await rateTicket(olga, { number, score: 'good' });
  expect(await rateTicket(olga, { number, score: null })).toMatchObject({ rating: { score: 'good' } });
});

it('asks nobody before it is solved, nor of a ticket that was merged', async () => {
  const number = await openTicket();
  await expect(rateTicket(olga, { number, score: 'good' })).rejects.toMatchObject({
    code: 'ticket_not_solved',
  });
  await mergeTickets(anna, { number, into: await openTicket() });
  await expect(rateTicket(olga, { number, score: 'good' })).rejects.toMatchObject({ code: 'ticket_merged' });
});

it('is for the person who asked: not for their manager, a colleague, or an agent', async () => {
  const number = await solvedTicket();
  const manager = as(services, await makeRequester(services, { name: 'Пётр', role: 'manager' }));
  const colleague = as(services, await makeRequester(services, { name: 'Вера' }));
  await expect(rateTicket(manager, { number, score: 'good' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(rateTicket(colleague, { number, score: 'good' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(rateTicket(anna, { number, score: 'good' })).rejects.toMatchObject({ code: 'not_found' });
});

it('is kept by the database from whoever did not ask', async () => {
  const number = await solvedTicket();
  const manager = await makeRequester(services, { name: 'Пётр', role: 'manager' });
  const forge = services.database.inTransaction(
    manager,
    ({ sql }) => sql`
      insert into ratings (conversation_id, company_id, person_id, score, rated_at)
      select conversation_id, company_id, ${manager.personId}, 'good', now() from tickets where number = ${number}`,
  );
  await expect(forge).rejects.toMatchObject({ code: '42501' });
});
