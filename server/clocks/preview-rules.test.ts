import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Priority } from '@beseda/shared/domain/words';
import type { RulesPreview } from '@beseda/shared/protocol/rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { previewCalendar } from '../calendars/preview-calendar';
import { createCalendar, updateCalendar } from '../calendars/save-calendar';
import type { Context } from '../context/context';
import { openConversation } from '../conversations/open-conversation';
import { sendMessage } from '../conversations/send-message';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { previewPlan } from '../plans/preview-plan';
import { updatePlan } from '../plans/save-plan';
import { previewPolicy } from '../policies/preview-policy';
import { updatePolicy } from '../policies/save-policy';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';
import { recountClocks } from './recount-clocks';

/** A Thursday, 8:40 in Moscow. */
const MORNING = Date.parse('2026-11-26T08:40:00+03:00');
const MINUTE = 60_000;
const STANDARD = '00000000-0000-7000-8000-000000000101';
const POLICIES = {
  start: '00000000-0000-7000-8000-000000000201',
  business: '00000000-0000-7000-8000-000000000202',
  enterprise: '00000000-0000-7000-8000-000000000204',
};
/** More than are reckoned at once. */
const PLAIN_TICKETS = 205;

let clone: TestDatabase;
let services: TestServices;
let anna: Context;
let admin: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  services.clock.now = MORNING;
  anna = as(services, await makeAgent(services));
  admin = as(services, { ...(await makeAgent(services, 'Админ')), role: 'admin' });
  const plain = as(services, await makeRequester(services, { company: 'plain' }));
  for (let made = 0; made < PLAIN_TICKETS; made++) await ask(plain);
  for (const plan of ['start', 'business', 'enterprise', 'unknown']) await askInEveryState(plan);
  services.clock.now = MORNING + 100 * MINUTE;
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));

async function ask(ctx: Context): Promise<{ conversationId: string; number: number }> {
  const conversationId = uuidv7();
  const { number } = await say(ctx, conversationId, { start: {} });
  return { conversationId, number };
}

function say(ctx: Context, conversationId: string, more: object = {}) {
  const input = { conversationId, clientId: uuidv7(), text: 'Как закрыть период?', ...more };
  return sendMessage(ctx, input, { kind: 'message', channel: 'widget' });
}

/** Of each plan a ticket that waits, one that stands still, one that stood still, one of each priority, one answered. */
async function askInEveryState(plan: string): Promise<void> {
  const requester = as(services, await makeRequester(services, { company: plan }));
  await run((sql) => sql`update companies set plan = ${plan} where external_id = ${plan}`);
  await ask(requester);
  const paused = await ask(requester);
  const resumed = await ask(requester);
  for (const { number } of [paused, resumed]) await updateTicket(anna, number, { status: 'pending' });
  services.clock.now += 17 * MINUTE;
  await say(requester, resumed.conversationId);
  for (const priority of ['low', 'high', 'urgent'] satisfies Priority[]) {
    await updateTicket(anna, (await ask(requester)).number, { priority });
  }
  const answered = await ask(requester);
  await say(anna, answered.conversationId);
  services.clock.now += 5 * MINUTE;
  await say(requester, answered.conversationId);
}

type Due = { number: number; kind: string; due: string | null };

/** Every clock that is open, with its deadline. */
async function readDues(): Promise<Map<string, string | null>> {
  const rows = await run(
    (sql) => sql<Due[]>`
      select t.number::int, k.kind, k.due_at as due from clocks k join tickets t using (conversation_id)
      where k.met_at is null and k.cancelled_at is null`,
  );
  return new Map(
    rows.map(({ number, kind, due }) => [`${number} ${kind}`, due && new Date(due).toISOString()]),
  );
}

/** The preview is what then happens, to each deadline shown and to none else. */
async function expectForetold(preview: RulesPreview, save: () => Promise<unknown>): Promise<void> {
  const before = await readDues();
  await save();
  await recountClocks(services, 0);
  const after = await readDues();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => (before.get(key) ?? null) !== (after.get(key) ?? null),
  );
  expect(preview.moved).toBe(new Set(changed.map((key) => key.split(' ')[0])).size);
  for (const { number, clock, from, to } of preview.results) {
    const key = `${number} ${clock}`;
    expect([key, before.get(key) ?? null, after.get(key) ?? null]).toEqual([key, from, to]);
  }
  if (preview.results.length < 50) {
    const foretold = preview.results.map(({ number, clock }) => `${number} ${clock}`);
    expect(foretold.toSorted()).toEqual(changed.toSorted());
  }
}

const week = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'thu', 'fri'].map((day) => [day, [[from, to]]]));

it.each([
  ['later hours', { calendar: { tz: 'Europe/Moscow', hours: week('10:00', '18:00') } }],
  [
    'another zone, with a break',
    {
      calendar: {
        tz: 'Asia/Almaty',
        hours: {
          thu: [
            ['06:00', '09:00'],
            ['11:30', '24:00'],
          ],
        },
      },
    },
  ],
  [
    'a day off today',
    { calendar: { tz: 'Europe/Moscow', hours: week('08:00', '20:00'), holidays: ['2026-11-26'] } },
  ],
  [
    'a short day',
    {
      calendar: {
        tz: 'Europe/Moscow',
        hours: week('08:00', '20:00'),
        exceptions: { '2026-11-26': [['08:00', '10:00']] },
      },
    },
  ],
  ['no hours at all', { calendar: { tz: 'Europe/Moscow', hours: {} } }],
  [
    'round the clock, without days off',
    { calendar: { tz: 'Europe/Moscow', hours: week('00:00', '24:00') }, daySetKey: null },
  ],
  ['the usual again', { calendar: { tz: 'Europe/Moscow', hours: week('08:00', '20:00') }, daySetKey: 'ru' }],
])('a calendar with %s does to open tickets what its preview says', async (_, patch) => {
  const preview = await previewCalendar(admin, STANDARD, patch);
  expect(preview).toMatchObject({ open: PLAIN_TICKETS + 28, reckoned: PLAIN_TICKETS + 28 });
  await expectForetold(preview, () => updateCalendar(admin, STANDARD, patch));
});

const targets = (first: number | null, next: number | null, resolution: number | null) => ({
  firstReaction: first,
  nextReaction: next,
  resolution,
});

it.each([
  ['shorter targets', { targets: targets(1_800, 2_400, null) }],
  ['a solution promised', { targets: targets(14_400, 7_200, 86_400) }],
  [
    'targets by priority',
    { byPriority: { urgent: { firstReaction: 900 }, low: { firstReaction: null, resolution: 172_800 } } },
  ],
  ['nothing promised', { targets: targets(null, null, null), byPriority: {} }],
  ['the usual again', { targets: targets(7_200, 7_200, null) }],
])('a policy with %s does to open tickets what its preview says', async (_, patch) => {
  for (const id of [POLICIES.business, POLICIES.enterprise]) {
    await expectForetold(await previewPolicy(admin, id, patch), () => updatePolicy(admin, id, patch));
  }
});

it.each([
  ['another policy', { policyId: POLICIES.start }],
  ['the default made of it', { isDefault: true }],
  ['none made the default', { isDefault: false, policyId: POLICIES.enterprise }],
])('a plan with %s does to open tickets what its preview says', async (_, patch) => {
  const preview = await previewPlan(admin, 'enterprise', patch);
  expect(preview.moved).toBeGreaterThan(0);
  await expectForetold(preview, () => updatePlan(admin, 'enterprise', patch));
});

it('tells the worst first, and counts what will be missed, what is missed no more, and what stands still', async () => {
  const hours = { tz: 'Europe/Moscow', hours: { thu: [['08:00', '20:00']] } };
  await updateCalendar(admin, STANDARD, { calendar: hours });
  await recountClocks(services, 0);
  services.clock.now = MORNING + 100 * MINUTE;
  const shorter = await previewPolicy(admin, POLICIES.business, { targets: targets(600, 600, null) });
  expect(shorter.breached).toBeGreaterThan(PLAIN_TICKETS - 1);
  expect(shorter.paused).toBe(3);
  expect(shorter.results).toHaveLength(50);
  expect(shorter.results[0]).toMatchObject({ effect: 'breached', company: expect.any(String) });
  await updatePolicy(admin, POLICIES.business, { targets: targets(600, 600, null) });
  await recountClocks(services, 0);
  const longer = await previewPolicy(admin, POLICIES.business, { targets: targets(7_200, 7_200, null) });
  expect(longer.eased).toBe(shorter.breached);
  expect(longer.breached).toBe(0);
});

it('writes nothing, and is for admins', async () => {
  const count = () =>
    run(
      (
        sql,
      ) => sql`select (select count(*) from clock_recounts) as recounts, (select count(*) from audit_log) as audit,
        (select md5(string_agg(k::text, '' order by id)) from clocks k) as clocks,
        (select md5(string_agg(c::text, '' order by id)) from calendars c) as calendars`,
    );
  const before = await count();
  await previewCalendar(admin, STANDARD, { calendar: { tz: 'Europe/Moscow', hours: {} }, daySetKey: null });
  expect(await count()).toEqual(before);
  await expect(previewCalendar(anna, STANDARD, {})).rejects.toMatchObject({ code: 'forbidden' });
});

it('a change says in the thread, for agents, that the calendar moved the deadline', async () => {
  const calendar = await createCalendar(admin, {
    name: 'Ночью',
    calendar: { tz: 'Europe/Moscow', hours: { thu: [['22:00', '24:00']] } },
  });
  const requester = as(services, await makeRequester(services, { company: 'start' }));
  const { conversationId } = await ask(requester);
  await updatePolicy(admin, POLICIES.start, { calendarId: calendar.id });
  await recountClocks(services, 0);
  const opened = await openConversation(anna, { conversationId });
  if (opened.kind !== 'snapshot') throw new Error('no snapshot');
  expect(opened.thread.events.at(-1)).toMatchObject({ kind: 'promise', reason: 'policy' });
});
