import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RequesterActor, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeRequester } from '../testing/make-services';
import { makeSession } from '../testing/make-session';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { forgetNeeds } from './forget-needs';
import { noteNeed } from './note-need';
import { pageOfRoute } from './page-of-route';

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.now();
const PAGE = '/members/1042';
const SAME_PAGE = '/members/7';

let cloned: TestDatabase;
let server: ArticleServer;
let olga: Person;
let ivan: Person;
let strangers: Person[];
let basic: Person[];

interface Person {
  actor: RequesterActor;
  secret: string;
}

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl, { now: () => NOW });
  await server.publish({
    'ru/1.md': page(1, 'routes: ["/members/*"]'),
    'ru/2.md': page(2),
    'ru/3.md': page(3),
    'ru/4.md': page(4, 'visibility: agents'),
    'ru/5.md': page(5, 'section: Сотрудники'),
    'ru/6.md': page(6),
  });
  olga = await signIn('vita', 'Ольга');
  ivan = await signIn('vita', 'Иван');
  strangers = [await signIn('north', 'Пётр'), await signIn('north', 'Анна'), await signIn('south', 'Мария')];
  basic = [await signIn('cheap', 'Лев'), await signIn('cheap', 'Яна')];
  await asSystem(({ sql }) => sql`update companies set plan = 'start' where external_id = 'cheap'`);
});
beforeEach(() => asSystem(({ sql }) => sql`delete from page_needs`));
afterAll(async () => {
  await server.close();
  await cloned.drop();
});

const page = (number: number, rest = '') =>
  `---\nnumber: ${number}\ntitle: Статья ${number}\n${rest}\n---\nТекст.`;

const asSystem = <T>(work: (tx: Transaction) => Promise<T>) =>
  server.services.database.inTransaction(SYSTEM, work);

async function signIn(company: string, name: string): Promise<Person> {
  const actor = await makeRequester(server.services, { company, name });
  return { actor, secret: (await makeSession(server.services, actor)).secret };
}

async function ask(person: Person | null, url: string, body?: object) {
  const headers = person ? { authorization: `Bearer ${person.secret}` } : {};
  const method = body ? 'POST' : 'GET';
  return server.app.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
}

async function open(person: Person | null, article: number, route = PAGE) {
  const sent = await ask(person, `/api/v1/articles/${article}?route=${encodeURIComponent(route)}`);
  expect(sent.statusCode).toBe(200);
}

function openedYesterday({ actor }: Person, article: number) {
  const yesterday = { ...server.services, now: () => NOW - DAY_MS };
  return noteNeed(yesterday, actor, { route: PAGE, article });
}

async function helpedBy(person: Person, article: number) {
  const evidence = { shown: [], opened: [], refused: [] };
  const clientId = crypto.randomUUID();
  const sent = await ask(person, '/api/v1/deflections', {
    clientId,
    article,
    locale: 'ru',
    evidence,
    route: PAGE,
  });
  expect(sent.statusCode).toBe(204);
}

async function suggested(person: Person | null, route = SAME_PAGE, limit = 4): Promise<number[]> {
  const sent = await ask(
    person,
    `/api/v1/articles/suggest?limit=${limit}&route=${encodeURIComponent(route)}`,
  );
  return sent.json<{ results: { number: number }[] }>().results.map(({ number }) => number);
}

describe('what colleagues needed on a page', () => {
  it('comes after what belongs to the page, and before what others on the plan needed', async () => {
    await open(ivan, 3);
    for (const stranger of strangers) await open(stranger, 2);
    expect(await suggested(olga)).toEqual([1, 3, 2]);
    expect(await suggested(olga, SAME_PAGE, 2)).toEqual([1, 3]);
  });

  it('puts first what more people read, and what helped before what was only read', async () => {
    const third = await signIn('vita', 'Нина');
    for (const person of [ivan, third]) await open(person, 6);
    await open(ivan, 2);
    await open(ivan, 3);
    expect(await suggested(olga)).toEqual([1, 6, 2, 3]);
    await helpedBy(ivan, 3);
    expect(await suggested(olga)).toEqual([1, 3, 6, 2]);
  });

  it('counts a person once a day, and oneself never', async () => {
    await open(olga, 2);
    await open(olga, 2);
    await openedYesterday(olga, 2);
    const rows = await asSystem(
      ({ sql }) => sql<{ readers: string[] }[]>`select readers from page_needs order by day`,
    );
    expect(rows.map(({ readers }) => readers.length)).toEqual([1, 1]);
    expect(await suggested(olga)).toEqual([1]);
    expect(await suggested(ivan)).toEqual([1, 2]);
  });

  it('tells strangers of the same plan nothing that one person alone read, on however many days', async () => {
    const [petr, anna] = strangers as [Person, Person];
    await open(petr, 2);
    await openedYesterday(petr, 2);
    expect(await suggested(olga)).toEqual([1]);
    await open(anna, 2);
    expect(await suggested(olga)).toEqual([1, 2]);
  });

  it('stays within the plan, and shows those who are not signed in nothing of it', async () => {
    for (const person of basic) await open(person, 2);
    await open(ivan, 3);
    expect(await suggested(olga)).toEqual([1, 3]);
    expect(await suggested(basic[0] as Person)).toEqual([1, 2]);
    expect(await suggested(null)).toEqual([1]);
  });

  it('shows no article that the reader may not read any more', async () => {
    await open(ivan, 2);
    await asSystem(({ sql }) => sql`update page_needs set article_number = 4`);
    expect(await suggested(olga)).toEqual([1]);
  });

  it('is of this page alone, and never of the first one', async () => {
    await open(ivan, 2, '/wallets/5');
    await open(ivan, 3, '/');
    await open(null, 6);
    expect(await suggested(olga)).toEqual([1]);
    expect(await suggested(olga, '/wallets/9?tab=2')).toEqual([2]);
    expect(await suggested(olga, '/')).toEqual([]);
  });

  it('is forgotten after ninety days, or sooner where searches are', async () => {
    await open(ivan, 2);
    const count = async () => await asSystem(({ sql }) => sql`select from page_needs`);
    await asSystem(({ sql }) => sql`update page_needs set day = day - 30`);
    await forgetNeeds(server.services, 0);
    expect(await count()).toHaveLength(1);
    await forgetNeeds(server.services, 7);
    expect(await count()).toHaveLength(0);
  });
});

describe('what belongs to a page', () => {
  it('is also what a section names the page for, after articles that name it themselves', async () => {
    await asSystem(
      ({ sql }) => sql`
      update section_places set routes = '{/members/*}' where number =
        (select section_number from articles where number = 5 limit 1)`,
    );
    await server.publish({ 'ru/1.md': page(1, 'routes: ["/members/*"]') + '\nЕщё.' });
    expect((await suggested(null)).slice(0, 2)).toEqual([1, 5]);
  });
});

it.each([
  ['/Members/1042/?tab=1', '/members/*'],
  ['/api/v2/members', '/api/v2/members'],
  ['/', null],
  ['', null],
  ['wallets', null],
  ['/people/anna@vita.example', null],
  [`/${'a'.repeat(400)}`, null],
])('the page of %s is %s', (route, expected) => {
  expect(pageOfRoute(route)).toBe(expected);
});
