import { QUEUE_VIEWS } from '@beseda/shared/domain/words';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../context/context';
import { listConversations } from '../conversations/list-conversations';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { countQueue, listQueue } from '../tickets/list-queue';
import { listTickets } from '../tickets/read-tickets';
import { type Actor, SYSTEM } from './actor';
import { connectDatabase, type Transaction } from './connect';

const TICKETS = 20_000;
const PAGE = 25;
/** A page with what belongs to its rows, several times over; far below what there is. */
const MOST_ROWS_READ = 500;
/** No more than are counted, and the one that says that there are more. */
const MOST_ROWS_COUNTED = 1_001;

let clone: TestDatabase;
let services: TestServices;
let agent: Actor;
let olga: Actor;
let manager: Actor;
const statements: { text: string; values: unknown[] }[] = [];

beforeAll(async () => {
  clone = await cloneTestDatabase();
  const database = connectDatabase(clone.appUrl, {
    max: 1,
    debug: (_connection, text, values) => statements.push({ text, values: [...(values as unknown[])] }),
  });
  services = makeServices(clone.appUrl, { database });
  agent = await makeAgent(services);
  const person = await makeRequester(services);
  olga = person;
  manager = await makeRequester(services, { role: 'manager' });
  await makeRequester(services, { company: 'other' });
  await services.database.inTransaction(SYSTEM, fill);
  await gatherStatistics(clone.ownerUrl);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

/** As autovacuum does; only the owner may. */
async function gatherStatistics(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1 });
  await owner`analyze`;
  await owner.end();
}

/** Every person has thousands; one ticket in ten is still to be worked on. */
async function fill({ sql }: Transaction): Promise<void> {
  await sql`
    insert into conversations (id, company_id, person_id, channel, subject, updated_at)
    select gen_random_uuid(), p.company_id, p.id, 'widget', 'Тема', now() - n * interval '1 minute'
    from people p cross join generate_series(1, ${TICKETS}::int / 3) n`;
  await sql`
    insert into tickets (conversation_id, company_id, status, assignee_id, waiting_since, updated_at)
    select id, company_id, case n % 20 when 0 then 'open' when 1 then 'pending' when 2 then 'solved' else 'closed' end,
      case when n % 40 < 20 then (select id from agents limit 1) end, updated_at, updated_at
    from (select *, row_number() over (order by updated_at, id) n from conversations) c`;
}

/** Runs a list and gives how many rows its longest statement touched, wherever in the plan. */
async function countRowsRead(actor: Actor, list: (ctx: Context) => Promise<unknown>): Promise<number> {
  statements.length = 0;
  await list(as(services, actor));
  const [first] = statements.filter(({ text }) => /^\s*select (?!set_config)/.test(text));
  if (!first) throw new Error('The list made no statement.');
  return services.database.inTransaction(actor, async ({ sql }) => {
    const explained = await sql.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `explain (analyze, format json) ${first.text}`,
      first.values as never[],
    );
    return rowsRead(explained[0]?.['QUERY PLAN'][0]?.Plan);
  });
}

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

function rowsRead(node: PlanNode | undefined): number {
  if (!node) throw new Error('There is no plan.');
  const own = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return Math.max(own, ...(node.Plans ?? []).map(rowsRead));
}

it.each(QUEUE_VIEWS)('reads about a page of rows for a page of the queue: %s', async (view) => {
  const first = await listQueue(as(services, agent), { view, limit: PAGE });
  expect(first.results).toHaveLength(PAGE);
  for (const cursor of [undefined, first.next ?? undefined]) {
    const input = { view, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    expect(await countRowsRead(agent, (ctx) => listQueue(ctx, input))).toBeLessThan(MOST_ROWS_READ);
  }
});

it.each(['an agent', 'a manager'])(
  'reads about a page of rows for a page of the tickets of %s',
  async (who) => {
    const actor = who === 'an agent' ? agent : manager;
    const first = await listTickets(as(services, actor), { limit: PAGE });
    expect(first.results).toHaveLength(PAGE);
    for (const cursor of [undefined, first.next ?? undefined]) {
      const input = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      expect(await countRowsRead(actor, (ctx) => listTickets(ctx, input))).toBeLessThan(MOST_ROWS_READ);
    }
  },
);

it('reads about a page of rows for a page of one’s own conversations', async () => {
  const first = await listConversations(as(services, olga), { limit: PAGE });
  expect(first.results).toHaveLength(PAGE);
  for (const cursor of [undefined, first.next ?? undefined]) {
    const input = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    expect(await countRowsRead(olga, (ctx) => listConversations(ctx, input))).toBeLessThan(MOST_ROWS_READ);
  }
});

it.each([{}, { status: ['open'] }, { status: ['pending', 'on_hold', 'solved'] }] as const)(
  'reads about a page of rows for a page of the company’s conversations: %o',
  async (filter) => {
    const list = { who: 'company', limit: PAGE, ...filter } as const;
    const first = await listConversations(as(services, manager), list);
    expect(first.results).toHaveLength(PAGE);
    for (const cursor of [undefined, first.next ?? undefined]) {
      const input = { ...list, ...(cursor === undefined ? {} : { cursor }) };
      expect(await countRowsRead(manager, (ctx) => listConversations(ctx, input))).toBeLessThan(
        MOST_ROWS_READ,
      );
    }
  },
);

it('counts the queue no further than the counts go', async () => {
  expect(await countRowsRead(agent, countQueue)).toBeLessThanOrEqual(MOST_ROWS_COUNTED);
  expect(await countQueue(as(services, agent))).toEqual({
    unassigned: 1_000,
    mine: 999,
    open: 999,
    pending: 1_000,
    solved: MOST_ROWS_COUNTED,
    all: MOST_ROWS_COUNTED,
  });
});
