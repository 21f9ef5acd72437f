import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listAlerts } from '../alerts/list-alerts';
import { seeAlerts } from '../alerts/see-alerts';
import { sendMessage } from '../conversations/send-message';
import { type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { updateTicket } from '../tickets/update-ticket';
import { sweepClocks } from './sweep-clocks';

const MINUTE = 60_000;
/** A Monday, noon in Moscow; the plan of the company answers within two hours. */
const NOON = Date.parse('2026-11-23T12:00:00+03:00');

let clone: TestDatabase;
let services: TestServices;
/** Another server on the same database. */
let other: TestServices;
let olga: RequesterActor;
let anna: AgentActor;
let misha: AgentActor;
let admin: AgentActor;
let conversationId: string;
let number: number;

const open: TestDatabase[] = [];
const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));

beforeEach(async () => {
  clone = await cloneTestDatabase();
  open.push(clone);
  services = makeServices(clone.appUrl);
  other = makeServices(clone.appUrl);
  services.clock.now = NOON;
  olga = await makeRequester(services);
  anna = await makeAgent(services, 'Анна');
  misha = await makeAgent(services, 'Михаил');
  admin = await makeAgent(services, 'Админ');
  await run((sql) => sql`update agents set role = 'admin' where id = ${admin.agentId}`);
  conversationId = uuidv7();
  ({ number } = await say(olga, {}));
  await updateTicket(as(services, anna), number, { assignee: anna.agentId });
  return async () => {
    await services.database.close();
    await other.database.close();
  };
});
afterAll(async () => {
  for (const one of open) await one.drop();
});

function say(actor: RequesterActor | AgentActor, start?: object) {
  const input = { conversationId, clientId: uuidv7(), text: 'Вопрос', ...(start ? { start } : {}) };
  return sendMessage(as(services, actor), input, { kind: 'message', channel: 'widget' });
}

async function sweepAt(minutes: number): Promise<void> {
  services.clock.now = NOON + minutes * MINUTE;
  other.clock.now = services.clock.now;
  await Promise.all([sweepClocks(services), sweepClocks(other), sweepClocks(services)]);
}

const told = async (actor: AgentActor) =>
  (await listAlerts(as(services, actor))).results.map(({ kind }) => kind).toReversed();

const misses = () =>
  run(
    (sql) => sql<{ audience: string; author: string }[]>`
      select audience, author_kind as author from events where kind = 'promise' and data->>'reason' = 'missed'`,
  );

describe('alerts', () => {
  it('come at 75 and 100 per cent and not a moment earlier, each once, however many servers look', async () => {
    await sweepAt(89);
    expect(await told(anna)).toEqual([]);
    await sweepAt(90);
    await sweepAt(91);
    expect(await told(anna)).toEqual(['warning']);
    await sweepAt(119);
    expect(await told(anna)).toEqual(['warning']);
    await sweepAt(120);
    await sweepAt(121);
    expect(await told(anna)).toEqual(['warning', 'breach']);
    expect([await told(misha), await told(admin)]).toEqual([[], []]);
  });

  it('go to the team, then to the admins, while nobody answers', async () => {
    await run(async (sql) => {
      const team = uuidv7();
      await sql`insert into teams (id, name) values (${team}, 'Первая линия')`;
      await sql`insert into team_members (team_id, agent_id) values (${team}, ${misha.agentId})`;
      await sql`update companies set team_id = ${team}`;
    });
    await sweepAt(150);
    expect(await told(misha)).toEqual(['team']);
    expect(await told(admin)).toEqual([]);
    await sweepAt(180);
    await sweepAt(600);
    expect([await told(anna), await told(misha), await told(admin)]).toEqual([
      ['breach'],
      ['team'],
      ['admins'],
    ]);
  });

  it('go to all who are there where nobody has the ticket', async () => {
    await updateTicket(as(services, anna), number, { assignee: null });
    const later = new Date(NOON + 10 * 60 * MINUTE).toISOString();
    await run((sql) => sql`update agents set away_until = ${later} where id = ${misha.agentId}`);
    await sweepAt(90);
    expect([await told(anna), await told(misha), await told(admin)]).toEqual([['warning'], [], ['warning']]);
  });

  it('pass over an assignee who is absent', async () => {
    const later = new Date(NOON + 10 * 60 * MINUTE).toISOString();
    await run((sql) => sql`update agents set away_until = ${later} where id = ${anna.agentId}`);
    await sweepAt(90);
    expect([await told(anna), await told(misha)]).toEqual([[], ['warning']]);
  });

  it('stop with the answer, and with a status that waits for the requester', async () => {
    await sweepAt(90);
    await updateTicket(as(services, anna), number, { status: 'pending' });
    await sweepAt(300);
    expect(await told(anna)).toEqual(['warning']);
    await say(olga);
    await say(anna);
    await sweepAt(900);
    expect(await told(anna)).toEqual(['warning']);
  });

  it('come again for a deadline that was moved ahead', async () => {
    await sweepAt(90);
    await run(
      (sql) =>
        sql`update sla_policies set by_priority = '{"low": {"firstReaction": 14400}}' where name like 'Business%'`,
    );
    await services.serviceLevels.refresh();
    await updateTicket(as(services, anna), number, { priority: 'low' });
    await sweepAt(120);
    expect(await told(anna)).toEqual(['warning']);
    await sweepAt(180);
    expect(await told(anna)).toEqual(['warning', 'warning']);
  });

  it('of a server that was down come with the next turn, without a warning of what has passed', async () => {
    await sweepAt(125);
    expect(await told(anna)).toEqual(['breach']);
  });

  it('are seen one ticket at a time, or all', async () => {
    await sweepAt(90);
    await seeAlerts(as(services, anna), number + 1);
    expect((await listAlerts(as(services, anna))).unseen).toBe(1);
    await seeAlerts(as(services, anna), number);
    expect(await listAlerts(as(services, anna))).toMatchObject({
      unseen: 0,
      results: [{ ticket: { number } }],
    });
  });
});

it('records a miss once, for the requester too, as the system', async () => {
  await sweepAt(119);
  expect(await misses()).toEqual([]);
  await sweepAt(120);
  await sweepAt(200);
  expect(await misses()).toEqual([{ audience: 'all', author: 'system' }]);
  const [row] = await run((sql) => sql`select promise from tickets where number = ${number}`);
  expect(row).toMatchObject({ promise: { state: 'missed', dueAt: '2026-11-23T11:00:00.000Z' } });
});

it('leaves a ticket that somebody works on for the next turn', async () => {
  await other.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`select 1 from conversations where id = ${conversationId} for update`;
    services.clock.now = NOON + 90 * MINUTE;
    expect(await sweepClocks(services)).toBe(0);
  });
  expect(await sweepClocks(services)).toBe(1);
});
