import { QUEUE_VIEWS } from '@beseda/shared/domain/words';
import postgres from 'postgres';
import { listConversations } from '../conversations/list-conversations';
import { type Actor, type AgentActor, type RequesterActor, SYSTEM } from '../db/actor';
import { connectDatabase, type Transaction } from '../db/connect';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { countQueue, listQueue } from '../tickets/list-queue';
import { listTickets } from '../tickets/read-tickets';
import { percentile } from './statistics';

/** Milliseconds at the median, by the list's name. */
export type ListTimes = Record<string, number>;

const PAGE = 25;
const TIMES = 40;
const COMPANIES = 50;
const AT_ONCE = 50_000;

interface People {
  agent: AgentActor;
  staff: RequesterActor;
  manager: RequesterActor;
}

/** Times the first and a later page of each list at each of the sizes, smallest first. */
export async function measureLists(input: {
  appUrl: string;
  ownerUrl: string;
  sizes: readonly number[];
}): Promise<ListTimes[]> {
  const database = connectDatabase(input.appUrl, { max: 2 });
  const services = makeServices(input.appUrl, { database });
  const people = await makePeople(services);
  const times: ListTimes[] = [];
  let filled = 0;
  for (const size of input.sizes) {
    for (; filled < size; filled += AT_ONCE) {
      const count = Math.min(AT_ONCE, size - filled);
      await database.inTransaction(SYSTEM, (tx) => fill(tx, count, filled));
    }
    filled = size;
    await settle(input.ownerUrl);
    times.push(await timeLists(services, people));
  }
  await database.close();
  return times;
}

async function makePeople(services: TestServices): Promise<People> {
  const agent = (await makeAgent(services)) as AgentActor;
  for (let i = 0; i < COMPANIES; i++) await makeRequester(services, { company: `list-${i}` });
  const staff = await makeRequester(services, { company: 'list-0' });
  return { agent, staff, manager: await makeRequester(services, { company: 'list-0', role: 'manager' }) };
}

/** Spread over the people of the companies; one ticket in ten is still to be worked on. */
async function fill({ sql }: Transaction, count: number, before: number): Promise<void> {
  await sql`
    with numbered as (select id, company_id, row_number() over (order by id) - 1 as n, count(*) over () as total
      from people where company_id in (select id from companies where external_id like 'list-%')),
    made as (
      insert into conversations (id, company_id, person_id, channel, subject, updated_at)
      select gen_random_uuid(), p.company_id, p.id, 'widget', 'Не сходится остаток', now() - g.at * interval '1 minute'
      from generate_series(${before}::int, ${before + count - 1}::int) g (at) join numbered p on p.n = g.at % p.total
      returning id, company_id, updated_at)
    insert into tickets (conversation_id, company_id, status, assignee_id, waiting_since, updated_at)
    select id, company_id, case n % 20 when 0 then 'open' when 1 then 'pending' when 2 then 'solved' else 'closed' end,
      case when n % 40 < 20 then (select id from agents limit 1) end, updated_at, updated_at
    from (select *, row_number() over () n from made) made`;
}

/** As autovacuum does in time; only the owner may. */
async function settle(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner`vacuum analyze conversations`;
  await owner`vacuum analyze tickets`;
  await owner.end();
}

async function timeLists(services: TestServices, { agent, staff, manager }: People): Promise<ListTimes> {
  const times: ListTimes = {};
  for (const view of QUEUE_VIEWS) {
    times[`queue: ${view}`] = await timePages(services, agent, (ctx, page) =>
      listQueue(ctx, { view, ...page }),
    );
  }
  times['queue: counts'] = await timeOf(() => countQueue(as(services, agent)));
  times['a company’s tickets'] = await timePages(services, manager, listTickets);
  times['one’s own conversations'] = await timePages(services, staff, listConversations);
  return times;
}

type List = (
  ctx: ReturnType<typeof as>,
  input: { limit: number; cursor?: string },
) => Promise<{ next: string | null }>;

/** The first page and the one after it, together. */
async function timePages(services: TestServices, actor: Actor, list: List): Promise<number> {
  const ctx = as(services, actor);
  return timeOf(async () => {
    const { next } = await list(ctx, { limit: PAGE });
    if (next) await list(ctx, { limit: PAGE, cursor: next });
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const durations: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const begun = performance.now();
    await work();
    durations.push(performance.now() - begun);
  }
  return percentile(durations, 0.5);
}
