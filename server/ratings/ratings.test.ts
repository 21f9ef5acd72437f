import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { RatingScore } from '@beseda/shared/domain/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { createTeam } from '../teams/save-team';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { rateTicket } from '../tickets/rate-ticket';
import { updateTicket } from '../tickets/update-ticket';
import { countRatings } from './count-ratings';
import { listRatings } from './list-ratings';

let clone: TestDatabase;
let services: TestServices;
let anna: AgentActor;
let mikhail: AgentActor;
let olga: RequesterActor;
let other: RequesterActor;
let numbers: number[];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  anna = { ...(await makeAgent(services, 'Анна')), role: 'admin' };
  mikhail = await makeAgent(services, 'Михаил');
  olga = await makeRequester(services);
  other = await makeRequester(services, { company: 'other', name: 'Пётр' });
  const { id } = await createTeam(as(services, anna), { name: 'Вторая линия' });
  numbers = [
    await rated('2026-11-02T09:00:00Z', anna, olga, 'good'),
    await rated('2026-11-03T09:00:00Z', anna, olga, 'bad'),
    await rated('2026-11-03T10:00:00Z', anna, olga, null),
    await rated('2026-11-15T21:30:00Z', mikhail, other, 'good'),
  ];
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update ratings set team_id = ${id} where agent_id = ${mikhail.agentId}`,
  );
  services.clock.now = Date.parse('2026-11-20T09:00:00Z');
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

async function rated(at: string, agent: AgentActor, asker: RequesterActor, score: RatingScore | null) {
  services.clock.now = Date.parse(at);
  const message = { conversationId: uuidv7(), clientId: uuidv7(), text: 'Вопрос', start: {} };
  const { number } = await sendMessage(as(services, asker), message, { kind: 'message', channel: 'widget' });
  await updateTicket(as(services, anna), number, { status: 'solved', assignee: agent.agentId });
  await rateTicket(as(services, asker), { number, score, comment: 'Почему' });
  return number;
}
const count = (input: Parameters<typeof countRatings>[1]) => countRatings(as(services, anna), input);

describe('the report', () => {
  it('counts by who had the ticket, with the share of the good among those who said', async () => {
    expect(await count({ by: 'agent' })).toEqual({
      from: '2026-10-22',
      to: '2026-11-20',
      total: { good: 2, bad: 1, declined: 1, share: 2 / 3 },
      results: [
        { key: anna.agentId, name: 'Анна', good: 1, bad: 1, declined: 1, share: 0.5 },
        { key: mikhail.agentId, name: 'Михаил', good: 1, bad: 0, declined: 0, share: 1 },
      ],
    });
  });

  it('counts by team, those of nobody’s too, and by company', async () => {
    const namesOf = async (by: 'team' | 'company') =>
      (await count({ by })).results.map(({ name, good }) => [name, good]);
    expect(await namesOf('team')).toEqual([
      [null, 1],
      ['Вторая линия', 1],
    ]);
    expect(await namesOf('company')).toEqual([
      ['vita', 1],
      ['other', 1],
    ]);
  });

  it('begins weeks and months in Moscow, the latest first', async () => {
    const keysOf = async (by: 'week' | 'month') => (await count({ by })).results.map(({ key }) => key);
    expect(await keysOf('week')).toEqual(['2026-11-16', '2026-11-02']);
    expect(await keysOf('month')).toEqual(['2026-11-01']);
  });

  it('takes in both days of its period, and refuses what is none', async () => {
    const totalOf = async (from: string, to: string) => (await count({ by: 'agent', from, to })).total;
    expect(await totalOf('2026-11-03', '2026-11-15')).toMatchObject({ good: 0, bad: 1, declined: 1 });
    expect(await totalOf('2026-11-16', '2026-11-16')).toMatchObject({ good: 1, bad: 0, share: 1 });
    expect(await totalOf('2026-01-01', '2026-01-02')).toMatchObject({ good: 0, share: null });
    const refused = { code: 'invalid_input' };
    await expect(count({ by: 'agent', from: '2026-02-30' })).rejects.toMatchObject(refused);
    await expect(count({ by: 'agent', from: '2026-11-03', to: '2026-11-02' })).rejects.toMatchObject(refused);
    await expect(countRatings(as(services, mikhail), { by: 'agent' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the list', () => {
  it('has what was said, newest first, page by page', async () => {
    const first = await listRatings(as(services, mikhail), { limit: 2 });
    expect(first.results[0]).toEqual({
      ticket: { number: numbers[3], subject: 'Вопрос' },
      score: 'good',
      comment: 'Почему',
      at: '2026-11-15T21:30:00.000Z',
      requester: 'Пётр',
      company: 'other',
      agent: 'Михаил',
    });
    const rest = await listRatings(as(services, mikhail), { limit: 2, cursor: first.next ?? '' });
    expect([...first.results, ...rest.results].map(({ ticket }) => ticket.number)).toEqual(
      [3, 1, 0].map((at) => numbers[at]),
    );
    expect(rest.next).toBeNull();
  });

  it('has only the bad ones when asked, and nothing for a requester', async () => {
    const { results } = await listRatings(as(services, anna), { limit: 10, score: 'bad' });
    expect(results.map(({ ticket }) => ticket.number)).toEqual([numbers[1]]);
    await expect(listRatings(as(services, olga), { limit: 10 })).rejects.toMatchObject({ code: 'not_found' });
  });
});
