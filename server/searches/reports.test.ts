import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { removeAged } from '../retention/remove-aged';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { asReader, type Reader } from './reader';
import { reportArticles } from './report-articles';
import { reportQueries } from './report-queries';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let clone: TestDatabase;
let services: TestServices;
let vita: RequesterActor;
let other: RequesterActor;
let agent: Parameters<typeof reportQueries>[0];
let ticket: number;

const search = (query: string, shown: number[] = []) =>
  ({ kind: 'search', locale: 'ru', query, shown }) as const;
const stranger = (end: number): Reader => ({ person: null, address: `192.0.2.${end}`, place: 'page' });
const queries = (about: 'not_found' | 'refused', narrowed: object = {}) =>
  reportQueries(agent, { about, limit: 100, ...narrowed }).then(({ results }) => results);

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  vita = await makeRequester(services, { company: 'vita' });
  other = await makeRequester(services, { company: 'other' });
  agent = as(services, await makeAgent(services));
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`update companies set plan = 'start' where external_id = 'other'`;
    await sql`insert into sections (number, locale, slug, title) values (1, 'ru', 's', 'S')`;
    await sql`
      insert into articles (number, locale, slug, title, section_number, keywords, routes, author, posted, updated, visibility, body)
      select n, 'ru', 'a' || n, 'Статья ' || n, 1, '{}', '{}', '', now(), now(), 'public', 'x' from generate_series(1, 3) n`;
    await sql`
      insert into article_votes (article_number, voter_id, company_id, locale, helpful, created_at)
      values (1, ${uuidv7()}, ${vita.companyId}, 'ru', true, ${new Date(services.clock.now).toISOString()}),
        (1, ${uuidv7()}, null, 'ru', false, ${new Date(services.clock.now).toISOString()})`;
  });
  const { searches } = services;
  for (const end of [1, 2, 3, 4]) searches.looked(stranger(end), search('возврат денег'));
  searches.looked(asReader(vita), search('Денег возврат!'));
  searches.looked(asReader(other), search('сменить наставника'));
  searches.looked(asReader(vita), search('тарифы', [1, 2]));
  searches.opened(asReader(vita), { number: 1 });
  searches.looked(asReader(other), search('роли', [2, 3]));
  const first = {
    conversationId: uuidv7(),
    clientId: uuidv7(),
    text: 'не пришла выплата',
    start: { evidence: { shown: [1, 2], opened: [1], refused: [1] } },
  };
  ticket = (await sendMessage(as(services, vita), first, { kind: 'message', channel: 'widget' })).number;
  services.clock.now += 11 * MINUTE;
  await searches.flush();
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

describe('the report of queries', () => {
  it('gathers what found nothing, by words and not by letters, the most pressing first', async () => {
    expect(await queries('not_found')).toEqual([
      {
        query: 'возврат денег',
        locale: 'ru',
        people: 5,
        asked: 0,
        refused: 0,
        tickets: [],
        shown: [],
        weight: 5,
      },
      expect.objectContaining({ query: 'сменить наставника', people: 1 }),
    ]);
  });

  it('puts what was asked all the same before what was let be, with its ticket and what had been shown', async () => {
    const found = await queries('refused');
    expect(found).toMatchObject([
      { query: 'не пришла выплата', people: 1, asked: 1, refused: 1, tickets: [ticket], weight: 3 },
      { query: 'роли', people: 1, asked: 0, weight: 1 },
    ]);
    expect(found[0]?.shown.map(({ title }) => title)).toEqual(['Статья 1', 'Статья 2']);
  });

  it('is narrowed down by company, plan, language and time', async () => {
    expect(await queries('not_found', { company: vita.companyId })).toMatchObject([{ people: 1 }]);
    expect(await queries('not_found', { plan: 'start' })).toMatchObject([{ query: 'сменить наставника' }]);
    expect(await queries('not_found', { locale: 'en' })).toEqual([]);
    expect(await queries('not_found', { from: '2026-11-01', to: '2026-11-02' })).toEqual([]);
  });

  it('is for agents alone', async () => {
    await expect(reportQueries(as(services, vita), { about: 'refused', limit: 9 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(reportArticles(as(services, vita), { limit: 9 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

it('the report of articles tells what was shown, read, of help, refused, and asked all the same', async () => {
  const { results } = await reportArticles(agent, { limit: 100 });
  expect(results).toMatchObject([
    { number: 1, shown: 2, opened: 2, helped: 0, refused: 1, asked: 1, passed: 0, yes: 1, no: 1 },
    { number: 2, shown: 3, opened: 0, helped: 0, refused: 0, asked: 0, passed: 1, yes: 0, no: 0 },
    { number: 3, shown: 1, opened: 0, helped: 0, refused: 0, asked: 0, passed: 0, yes: 0, no: 0 },
  ]);
});

it('the same for one company comes from what its people did, and from nothing else', async () => {
  const { results } = await reportArticles(agent, { limit: 100, company: vita.companyId });
  expect(results.map(({ number, shown, asked, yes, no }) => [number, shown, asked, yes, no])).toEqual([
    [1, 2, 1, 1, 0],
    [2, 2, 0, 0, 0],
  ]);
});

it('numbers outlive the texts that few people had', async () => {
  services.clock.now += 10 * DAY;
  const before = new Date(services.clock.now).toISOString();
  await removeAged(services, 'retention.searches_days', before);
  expect(await queries('not_found')).toMatchObject([{ query: 'возврат денег', people: 5, weight: 5 }]);
  expect(await queries('refused')).toEqual([]);
  expect(await queries('not_found', { company: vita.companyId })).toEqual([]);
  expect((await reportArticles(agent, { limit: 100 })).results).toHaveLength(3);
});
