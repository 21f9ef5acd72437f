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
const ROUNDS = 100;
const COMPANIES = 50;
const AT_ONCE = 50_000;

interface People {
  agent: AgentActor;
  staff: RequesterActor;
  manager: RequesterActor;
}

/** Times two pages of each list in each of the databases, in turn, so that a busy moment meets all alike. */
export async function measureLists(input: {
  databases: readonly { appUrl: string; ownerUrl: string; tickets: number }[];
}): Promise<ListTimes[]> {
  const filled = [];
  for (const one of input.databases) filled.push(await fillDatabase(one));
  const durations = filled.map(() => new Map<string, number[]>());
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { lists }] of filled.entries()) {
      for (const [name, list] of lists) {
        const begun = performance.now();
        await list();
        const known = durations[at]?.get(name) ?? [];
        durations[at]?.set(name, [...known, performance.now() - begun]);
      }
    }
  }
  for (const { services } of filled) await services.database.close();
  return durations.map((times) =>
    Object.fromEntries([...times].map(([name, all]) => [name, percentile(all, 0.5)])),
  );
}

async function fillDatabase({
  appUrl,
  ownerUrl,
  tickets,
}: {
  appUrl: string;
  ownerUrl: string;
  tickets: number;
}) {
  const services = makeServices(appUrl, { database: connectDatabase(appUrl, { max: 2 }) });
  const people = await makePeople(services);
  for (let filled = 0; filled < tickets; filled += AT_ONCE) {
    const count = Math.min(AT_ONCE, tickets - filled);
    await services.database.inTransaction(SYSTEM, (tx) => fill(tx, count, filled));
  }
  await settle(ownerUrl);
  return { services, lists: nameLists(services, people) };
}

async function makePeople(services: TestServices): Promise<People> {
  const agent = await makeAgent(services);
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

function nameLists(
  services: TestServices,
  { agent, staff, manager }: People,
): Map<string, () => Promise<unknown>> {
  const pages = (actor: Actor, list: List) => () => readPages(as(services, actor), list);
  return new Map<string, () => Promise<unknown>>([
    ...QUEUE_VIEWS.map(
      (view) => [`queue: ${view}`, pages(agent, (ctx, page) => listQueue(ctx, { view, ...page }))] as const,
    ),
    ['queue: counts', () => countQueue(as(services, agent))],
    ['a company’s tickets', pages(manager, listTickets)],
    [
      'a company’s conversations',
      pages(manager, (ctx, page) => listConversations(ctx, { who: 'company', ...page })),
    ],
    ['one’s own conversations', pages(staff, listConversations)],
  ]);
}

type Ctx = ReturnType<typeof as>;
type List = (ctx: Ctx, input: { limit: number; cursor?: string }) => Promise<{ next: string | null }>;

/** The first page and the one after it. */
async function readPages(ctx: Ctx, list: List): Promise<void> {
  const { next } = await list(ctx, { limit: PAGE });
  if (next) await list(ctx, { limit: PAGE, cursor: next });
}
