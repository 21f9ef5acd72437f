import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { openConversation } from '../conversations/open-conversation';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { judgeSolution } from '../tickets/judge-solution';
import { listQueue } from '../tickets/list-queue';
import { readTicket } from '../tickets/read-tickets';
import { updateTicket } from '../tickets/update-ticket';
import { explainClocks } from './explain-clocks';
import { foreseePromise } from './foresee-promise';
import { recountClocks } from './recount-clocks';

/** A Thursday, 8:40 in Moscow. */
const MORNING = Date.parse('2026-11-26T08:40:00+03:00');
const MINUTE = 60_000;

let clone: TestDatabase;
let services: TestServices;
let olga: Context;
let anna: Context;
let company: string;
let conversationId: string;
let number: number;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});
beforeEach(async () => {
  services.clock.now = MORNING;
  await recountClocks(services, 0);
  company = uuidv7();
  olga = as(services, await makeRequester(services, { company }));
  anna = as(services, await makeAgent(services));
  conversationId = uuidv7();
  ({ number } = await say(olga, 'Как закрыть период?', {}));
});

const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));

function say(ctx: Context, text: string, more: object | 'note' = {}) {
  const start = more === 'note' || !Object.keys(more) ? {} : { start: more };
  const input = { conversationId, clientId: uuidv7(), text, ...start };
  return sendMessage(ctx, input, { kind: more === 'note' ? 'note' : 'message', channel: 'widget' });
}

async function promise() {
  return (await readTicket(olga, { number })).promise;
}

async function events(ctx: Context) {
  const opened = await openConversation(ctx, { conversationId });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  return opened.thread.events;
}

const pass = (minutes: number) => {
  services.clock.now += minutes * MINUTE;
};

describe('a promise', () => {
  it('is made with the first message, in its event, its ticket and every list', async () => {
    const made = { kind: 'first_reaction', state: 'running', dueAt: '2026-11-26T07:40:00.000Z' };
    expect(await promise()).toMatchObject(made);
    expect((await events(olga))[0]).toMatchObject({ kind: 'message', promise: made });
    const { results } = await listQueue(anna, { view: 'unassigned', limit: 100 });
    expect(results.find((row) => row.number === number)).toMatchObject({
      promise: made,
      nextDueAt: made.dueAt,
    });
  });

  it('is kept by an answer, not by a note', async () => {
    pass(30);
    await say(anna, 'Для своих', 'note');
    expect(await promise()).toMatchObject({ state: 'running' });
    await say(anna, 'Ответ');
    expect(await promise()).toMatchObject({ state: 'met', metAt: '2026-11-26T06:10:00.000Z' });
  });

  it('is not repeated by the same message', async () => {
    const input = { conversationId, clientId: uuidv7(), text: 'Ещё' };
    await say(anna, 'Ответ');
    for (let i = 0; i < 2; i++) {
      pass(5);
      await sendMessage(olga, input, { kind: 'message', channel: 'widget' });
    }
    const rows = await run((sql) => sql`select kind from clocks where conversation_id = ${conversationId}`);
    expect(rows).toHaveLength(2);
    expect((await promise())?.dueAt).toBe('2026-11-26T07:45:00.000Z');
  });

  it('is not made where the plan is unknown', async () => {
    await run((sql) => sql`update companies set plan = 'gold' where external_id = ${company}`);
    conversationId = uuidv7();
    ({ number } = await say(olga, 'Вопрос', {}));
    expect(await promise()).toBeNull();
    expect(await foreseePromise(olga)).toBeNull();
  });
});

describe('the terms of a company', () => {
  const ask = async (at: string) => {
    services.clock.now = Date.parse(at);
    await services.serviceLevels.refresh();
    conversationId = uuidv7();
    ({ number } = await say(olga, 'Вопрос', {}));
    return promise();
  };
  const FRIDAY_NIGHT = '2026-11-27T21:00:00+03:00';

  it('follow the default plan where their own is unknown', async () => {
    await run((sql) => sql`update companies set plan = null where external_id = ${company}`);
    await run((sql) => sql`update plans set is_default = true where key = 'enterprise'`);
    expect((await ask(FRIDAY_NIGHT))?.dueAt).toBe('2026-11-28T06:00:00.000Z');
    await run((sql) => sql`update plans set is_default = false`);
    expect(await ask(FRIDAY_NIGHT)).toBeNull();
  });

  it('may name another calendar than the plan’s', async () => {
    expect((await ask(FRIDAY_NIGHT))?.dueAt).toBe('2026-11-30T07:00:00.000Z');
    await run(
      (sql) => sql`update companies set calendar_id = (select id from calendars where name like 'Ежедневно%')
        where external_id = ${company}`,
    );
    expect((await ask(FRIDAY_NIGHT))?.dueAt).toBe('2026-11-28T07:00:00.000Z');
  });

  it('may promise nothing for a priority that others have a target for', async () => {
    await run(
      (sql) =>
        sql`update sla_policies set by_priority = '{"low": {"firstReaction": null}}' where name like 'Business%'`,
    );
    expect(await ask('2026-11-26T09:00:00+03:00')).not.toBeNull();
    await updateTicket(anna, number, { priority: 'low' });
    expect(await promise()).toBeNull();
    await run((sql) => sql`update sla_policies set by_priority = '{}' where name like 'Business%'`);
    await services.serviceLevels.refresh();
  });
});

describe('thanks', () => {
  it('leave a solved ticket solved: nobody waits, no clock starts', async () => {
    await say(anna, 'Ответ');
    await updateTicket(anna, number, { status: 'solved' });
    await say(olga, 'Анна, спасибо!');
    const { status, waitingSince } = await readTicket(anna, { number });
    expect([status, waitingSince]).toEqual(['solved', null]);
    expect(await promise()).toMatchObject({ state: 'met' });
  });

  it('with more to say open it again', async () => {
    await say(anna, 'Ответ');
    await updateTicket(anna, number, { status: 'solved' });
    await say(olga, 'Спасибо, но не вышло');
    expect(await readTicket(anna, { number })).toMatchObject({
      status: 'open',
      promise: { kind: 'next_reaction' },
    });
  });
});

describe('«Not solved»', () => {
  it('opens the ticket without a word, and its requester waits for an answer', async () => {
    await say(anna, 'Ответ');
    await updateTicket(anna, number, { status: 'solved' });
    pass(10);
    expect(await judgeSolution(olga, { number, solved: false })).toMatchObject({
      status: 'open',
      promise: { kind: 'next_reaction', state: 'running', dueAt: '2026-11-26T07:50:00.000Z' },
    });
    await judgeSolution(olga, { number, solved: false });
    const changes = (await events(olga)).filter(({ kind }) => kind === 'status');
    expect(changes).toHaveLength(2);
    expect(changes[1]).toMatchObject({ from: 'solved', to: 'open', author: { kind: 'requester' } });
  });

  it('can be its opposite, and neither for a closed ticket or a colleague', async () => {
    expect(await judgeSolution(olga, { number, solved: true })).toMatchObject({ status: 'solved' });
    await updateTicket(anna, number, { status: 'closed' });
    const refused = judgeSolution(olga, { number, solved: false });
    await expect(refused).rejects.toMatchObject({ code: 'conversation_closed' });
    const colleague = as(services, await makeRequester(services, { company }));
    const missing = judgeSolution(colleague, { number, solved: false });
    await expect(missing).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a deadline that moves', () => {
  const from = '2026-11-26T07:40:00.000Z';

  it('by priority says so: agents why, the requester not of priorities', async () => {
    await run(
      (sql) =>
        sql`update sla_policies set by_priority = '{"urgent": {"firstReaction": 3600}}' where name like 'Business%'`,
    );
    await services.serviceLevels.refresh();
    await updateTicket(anna, number, { priority: 'urgent' });
    const to = '2026-11-26T06:40:00.000Z';
    const moved = {
      kind: 'promise',
      clock: 'first_reaction',
      from,
      to,
      promise: { state: 'running', dueAt: to },
    };
    expect((await events(anna)).at(-1)).toMatchObject({ ...moved, reason: 'priority' });
    expect((await events(olga)).at(-1)).toMatchObject({ ...moved, reason: 'reviewed' });
  });

  it('by another plan of the company says so, as the system', async () => {
    await run((sql) => sql`update companies set plan = 'start' where external_id = ${company}`);
    await recountClocks(services, 0);
    const to = '2026-11-26T09:40:00.000Z';
    expect((await events(olga)).at(-1)).toMatchObject({
      kind: 'promise',
      reason: 'plan',
      from,
      to,
      author: { kind: 'system' },
    });
    expect(await promise()).toMatchObject({ dueAt: to });
    const before = await events(anna);
    await recountClocks(services, 0);
    expect(await events(anna)).toEqual(before);
  });

  it('by another calendar reaches every open ticket, also over many turns', async () => {
    for (let i = 0; i < 120; i++) {
      conversationId = uuidv7();
      ({ number } = await say(olga, 'Вопрос', {}));
    }
    await run(
      (
        sql,
      ) => sql`update calendars set definition = jsonb_set(definition, '{exceptions}', '{"2026-11-26": []}')
        where name like 'Будни%'`,
    );
    await recountClocks(services, 0);
    const rows = await run(
      (sql) => sql`select count(*)::int as count from tickets t join companies o on o.id = t.company_id
        where o.external_id = ${company} and next_due_at = '2026-11-27T07:00:00Z'`,
    );
    expect(rows[0]).toEqual({ count: 121 });
    await run((sql) => sql`update calendars set definition = definition - 'exceptions'`);
    await recountClocks(services, 0);
    expect((await promise())?.dueAt).toBe(from);
  });

  it('by a day off of the production calendar does so for the calendars that follow it', async () => {
    await run(
      (
        sql,
      ) => sql`insert into day_sets (key, year, days) values ('ru', 2026, '[{"date": "2026-11-26", "kind": "off"}]')
        on conflict (key, year) do update set days = excluded.days`,
    );
    await recountClocks(services, 0);
    expect((await promise())?.dueAt).toBe('2026-11-27T07:00:00.000Z');
    await run((sql) => sql`delete from day_sets where key = 'ru'`);
    await recountClocks(services, 0);
  });

  it('by days of the company’s own does so too', async () => {
    await run(
      (sql) => sql`update companies set calendar_exceptions = '{"2026-11-26": [["08:00", "09:00"]]}'
        where external_id = ${company}`,
    );
    await recountClocks(services, 0);
    expect((await promise())?.dueAt).toBe('2026-11-27T06:40:00.000Z');
  });
});

describe('an explanation', () => {
  it('leads from the start to the deadline, with what did not count', async () => {
    pass(10);
    await updateTicket(anna, number, { status: 'pending' });
    pass(70);
    await say(olga, 'Вот ответ');
    const { results } = await explainClocks(anna, number);
    expect(results[0]).toMatchObject({
      kind: 'first_reaction',
      state: 'running',
      dueAt: '2026-11-26T08:50:00.000Z',
    });
    expect(results[0]?.steps.map(({ kind }) => kind)).toEqual(['start', 'worked', 'paused', 'worked', 'due']);
    expect(results[0]?.steps[2]).toMatchObject({ openMs: 70 * MINUTE, reasons: ['pending'] });
  });

  it('gives a requester the one that they are told of', async () => {
    await say(anna, 'Ответ');
    pass(5);
    await say(olga, 'Ещё вопрос');
    expect((await explainClocks(anna, number)).results).toHaveLength(2);
    const { results } = await explainClocks(olga, number);
    expect(results.map(({ kind }) => kind)).toEqual(['next_reaction']);
  });
});

it('foresees the answer to a question asked now, by the hours of the plan', async () => {
  services.clock.now = Date.parse('2026-11-27T21:10:00+03:00');
  expect(await foreseePromise(olga)).toEqual({
    open: false,
    opensAt: '2026-11-30T05:00:00.000Z',
    dueAt: '2026-11-30T07:00:00.000Z',
    tz: 'Europe/Moscow',
  });
});
