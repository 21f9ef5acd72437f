import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';
import { listAudit } from '../audit/list-audit';
import { SYSTEM } from '../db/actor';

let world: World;
let headers: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  headers = await world.headersOf('admin');
});
afterAll(() => world.close());

const send = (payload: object) =>
  world.app.inject({ method: 'POST', url: '/api/v1/day-sets', headers, payload });
const text = 'date,kind,name\n2029-12-31,off,\n2030-01-01,off,Новый год';

it('takes each year of a file once, says what became of it, and tells who did it', async () => {
  const year = { key: 'by', days: 1 };
  expect((await send({ key: 'by', text, year: 2030 })).json()).toEqual({
    results: [{ ...year, year: 2030, outcome: 'created' }],
  });
  const both = [
    { ...year, year: 2029, outcome: 'created' },
    { ...year, year: 2030, outcome: 'unchanged' },
  ];
  expect((await send({ key: 'by', text })).json()).toEqual({ results: both });
  const changed = await send({ key: 'by', text: text.replace('01-01', '01-02'), year: 2030 });
  expect(changed.json()).toEqual({ results: [{ ...year, year: 2030, outcome: 'changed' }] });
  const { database, now } = world.services;
  const { results } = await listAudit({ database, now, actor: SYSTEM }, { kind: 'day_set', limit: 10 });
  const [last] = results;
  expect(results.map(({ object, action }) => `${object.id} ${action}`)).toEqual([
    'by/2030 changed',
    'by/2029 created',
    'by/2030 created',
  ]);
  expect(last?.agent).not.toBeNull();
  expect(last?.changes).toEqual({
    '2030-01-01': { from: 'off: Новый год', to: null },
    '2030-01-02': { from: null, to: 'off: Новый год' },
  });
});

it.each([
  [{ key: 'by', text: 'date,kind\n2030-01-32,off' }, 'text'],
  [{ key: 'by', text, year: 2031 }, 'year'],
  [{ key: 'BY', text }, 'key'],
  [{ key: 'by' }, 'text'],
])('refuses %j, naming %s', async (payload, field) => {
  const answer = await send(payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'invalid_input', field });
});
