import { CHANNELS, PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@beseda/shared/domain/words';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { prepareCompanies } from './prepare-companies';
import { replayConversations } from './replay-conversations';
import { settlePast, tieConversations } from './tie-conversations';

const MINUTE_MS = 60_000;
let clone: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  const agents = {
    anna: { ...(await makeAgent(services, 'Анна')), role: 'admin' },
    mikhail: await makeAgent(services, 'Михаил'),
    vera: await makeAgent(services, 'Вера'),
  } as const;
  const replayed = await replayConversations(services, agents);
  await tieConversations(services, agents, replayed);
  await settlePast(services);
  await prepareCompanies(services, agents);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const query = <T extends object>(
  work: (sql: Parameters<Parameters<TestServices['database']['inTransaction']>[1]>[0]['sql']) => Promise<T[]>,
) => services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));

it('has tickets in every status, of every type, priority and channel', async () => {
  const rows = await query(
    (sql) => sql<{ status: string; type: string | null; priority: string; channel: string }[]>`
      select t.status, t.type, t.priority, c.channel from tickets t join conversations c on c.id = t.conversation_id`,
  );
  const met = (key: 'status' | 'type' | 'priority' | 'channel') => [
    ...new Set(rows.flatMap((row) => row[key] ?? [])),
  ];
  expect(met('status').sort()).toEqual([...TICKET_STATUSES].sort());
  expect(met('type').sort()).toEqual([...TICKET_TYPES].sort());
  expect(met('priority').sort()).toEqual([...PRIORITIES].sort());
  expect(met('channel').sort()).toEqual([...CHANNELS].sort());
});

it('has some that are about to be late, one that is, and one that waits to be accepted', async () => {
  const left = async (low: number, high: number) => {
    const { now } = services.clock;
    const rows = await query(
      (sql) => sql`
        select from tickets where next_due_at > ${new Date(now + low * MINUTE_MS).toISOString()}
          and next_due_at <= ${new Date(now + high * MINUTE_MS).toISOString()}`,
    );
    return rows.length;
  };
  expect(await left(0, 30)).toBeGreaterThanOrEqual(2);
  expect(await left(-60, 0)).toBe(1);
  expect(await query((sql) => sql`select from tickets where accept_by is not null`)).toHaveLength(1);
});

it('has merged and continued ones, ratings of both kinds, a follower, a call promised, and mails nobody', async () => {
  const [counts] = await query(
    (sql) => sql<Record<string, number>[]>`
      select (select count(*)::int from conversations where links @> '[{"kind": "merged", "way": "on"}]') as merged,
        (select count(*)::int from conversations where links @> '[{"kind": "continued", "way": "on"}]') as continued,
        (select count(distinct score)::int from ratings) as scores,
        (select count(*)::int from followers) as followers,
        (select count(*)::int from call_backs where done_at is null) as promised,
        (select count(*)::int from mail_outbox where conversation_id is not null) as mails`,
  );
  expect(counts).toEqual({ merged: 1, continued: 1, scores: 2, followers: 1, promised: 1, mails: 0 });
});

it('gives dedicated companies a team and an agent, and one a page for its distributors', async () => {
  const rows = await query(
    (sql) => sql`
      select o.plan, t.name as team, a.name as agent, o.distributor_support_url is not null as led
      from companies o left join teams t on t.id = o.team_id left join agents a on a.id = o.agent_id order by o.plan`,
  );
  expect(rows).toEqual([
    { plan: 'business', team: null, agent: null, led: false },
    { plan: 'enterprise', team: null, agent: 'Вера', led: false },
    { plan: 'network', team: 'Сетевые клиенты', agent: null, led: false },
    { plan: 'start', team: null, agent: null, led: true },
  ]);
});
