import { uuidv7 } from '@beseda/shared/domain/uuid';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMessage } from '../conversations/send-message';
import { type RequesterActor, SYSTEM } from '../db/actor';
import { removeAged } from '../retention/remove-aged';
import { type TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { deleteTicket } from '../tickets/delete-ticket';
import { asReader, type Reader } from './reader';
import { SearchRecorder } from './search-recorder';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SEND = { kind: 'message', channel: 'widget' } as const;

let clone: TestDatabase | undefined;
let services: TestServices;
let recorder: SearchRecorder;
let olga: RequesterActor;

beforeEach(async () => {
  await close();
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  recorder = services.searches;
  olga = await makeRequester(services);
  await services.database.inTransaction(SYSTEM, async ({ sql }) => {
    await sql`insert into sections (number, locale, slug, title) values (1, 'ru', 's', 'S')`;
    await sql`
      insert into articles (number, locale, slug, title, section_number, keywords, routes, author, posted, updated, visibility, body)
      select n, 'ru', 'a' || n, 'A', 1, '{}', '{}', '', now(), now(), 'public', 'x' from generate_series(1, 9) n`;
  });
});
afterAll(close);

async function close(): Promise<void> {
  await services?.database.close();
  await clone?.drop();
}

const rows = () =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Record<string, unknown>[]>`
      select kind, query, shown, opened, refused, outcome, article_number, ticket_number, company_id
      from article_searches order by at, query`,
  );
const days = () =>
  services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<Record<string, unknown>[]>`
      select article_number as number, shown, opened, helped, refused, asked, passed from article_days order by 1`,
  );
const draft = (query: string, shown: number[] = [1, 2]) =>
  ({ kind: 'draft', locale: 'ru', query, shown }) as const;
const search = (query: string, shown: number[] = []) =>
  ({ kind: 'search', locale: 'ru', query, shown }) as const;
const stranger = (address: string): Reader => ({ person: null, address, place: 'page' });
const evidence = (opened: number[] = [], refused: number[] = []) => ({ shown: [1, 2, 3], opened, refused });

/** Everything that was begun is over. */
async function settle(): Promise<number> {
  services.clock.now += 11 * MINUTE;
  return recorder.flush();
}

async function ask(text: string, given = evidence()): Promise<number> {
  const first = { conversationId: uuidv7(), clientId: uuidv7(), text, start: { evidence: given } };
  return (await sendMessage(as(services, olga), first, SEND)).number;
}

describe('a draft', () => {
  it('is kept as it stood at the end, not letter by letter, once nobody types any more', async () => {
    for (const typed of ['вы', 'вывод', 'вывод денег на']) recorder.looked(asReader(olga), draft(typed));
    await recorder.flush();
    expect(await rows()).toEqual([]);
    recorder.looked(asReader(olga), draft('вывод денег на карту 4276 1600 1234 5678', [3]));
    for (const deleted of ['вывод ден', 'вы', 'в']) recorder.looked(asReader(olga), draft(deleted, []));
    await settle();
    expect(await rows()).toMatchObject([
      {
        kind: 'draft',
        query: 'вывод денег на карту […]',
        shown: [3],
        outcome: 'none',
        company_id: olga.companyId,
      },
    ]);
    expect(await days()).toMatchObject([{ number: 3, shown: 1, opened: 0 }]);
  });

  it('that showed nothing and came to nothing leaves no trace', async () => {
    recorder.looked(asReader(olga), draft('Мария Иванова с третьего этажа', []));
    await settle();
    expect(await rows()).toEqual([]);
  });

  it('that was sent all the same leads to its ticket, with what was shown, read and refused', async () => {
    recorder.looked(asReader(olga), draft('не приходит выплата', [1, 2]));
    const ticket = await ask('не приходит выплата, помогите', evidence([1], [1]));
    await recorder.flush();
    expect(await rows()).toMatchObject([
      {
        query: 'не приходит выплата, помогите',
        shown: [1, 2],
        opened: [1],
        refused: [1],
        outcome: 'asked',
        ticket_number: ticket,
      },
    ]);
    expect(await days()).toMatchObject([
      { number: 1, shown: 1, opened: 1, refused: 1, asked: 1, passed: 0 },
      { number: 2, shown: 1, opened: 0, asked: 0, passed: 1 },
    ]);
  });

  it('goes with its ticket when that is deleted', async () => {
    const ticket = await ask('не приходит выплата', evidence([1]));
    await recorder.flush();
    const admin = { ...(await makeAgent(services)), role: 'admin' as const };
    await deleteTicket(as(services, admin), ticket);
    expect(await rows()).toEqual([]);
  });

  it('typed on one node and sent on another is one draft', async () => {
    const other = new SearchRecorder(services);
    other.looked(asReader(olga), draft('не приходит выпл'));
    services.clock.now += 5_000;
    await other.flush();
    expect(await rows()).toHaveLength(1);
    await ask('не приходит выплата за ноябрь');
    await recorder.flush();
    services.clock.now += 11 * MINUTE;
    await other.flush();
    expect(await rows()).toMatchObject([{ query: 'не приходит выплата за ноябрь', outcome: 'asked' }]);
  });
});

describe('a search', () => {
  it('that found nothing is kept as soon as it rests, and as its own question when it is said in other words', async () => {
    recorder.looked(stranger('192.0.2.1'), search('возврат'));
    recorder.looked(stranger('192.0.2.1'), search('возврат денег', [4]));
    services.clock.now += 5_000;
    await recorder.flush();
    expect(await rows()).toMatchObject([
      { query: 'возврат', shown: [], outcome: 'none', company_id: null },
      { query: 'возврат денег', shown: [4] },
    ]);
  });

  it('is found to have helped when what it led to is voted for', async () => {
    const reader = asReader(olga);
    recorder.looked(reader, search('роли', [1, 2]));
    recorder.opened(reader, { number: 2 });
    services.clock.now += 5_000;
    await recorder.flush();
    expect(await rows()).toMatchObject([{ opened: [2], outcome: 'opened' }]);
    recorder.voted(reader, { number: 2, helpful: true });
    await settle();
    expect(await rows()).toMatchObject([{ opened: [2], outcome: 'helped', article_number: 2 }]);
    expect(await days()).toMatchObject([
      { number: 1, shown: 1, opened: 0 },
      { number: 2, shown: 1, opened: 1, helped: 1 },
    ]);
  });

  it('on the subject of a ticket that came after it was in vain', async () => {
    recorder.looked(asReader(olga), search('роли сотрудников'));
    recorder.looked(asReader(olga), search('тарифы'));
    const ticket = await ask('какие роли у сотрудника');
    await settle();
    const found = (await rows()).filter(({ kind }) => kind === 'search');
    expect(found).toMatchObject([
      { query: 'роли сотрудников', outcome: 'asked', ticket_number: ticket },
      { query: 'тарифы', outcome: 'none', ticket_number: null },
    ]);
  });
});

describe('so that nobody can flood the reports', () => {
  it('one address counts once for a query, and only so many of its queries are kept', async () => {
    const flooder = stranger('203.0.113.5');
    for (let at = 0; at < 500; at++) recorder.looked(flooder, search('купите слона'));
    for (let at = 0; at < 500; at++) recorder.looked(flooder, search(`слон${'абвгдежзик'[at % 10]}${at}`));
    const lost = await settle();
    const kept = await rows();
    expect(kept.filter(({ query }) => query === 'купите слона')).toHaveLength(1);
    expect(kept).toHaveLength(20);
    expect(lost).toBe(481);
  });

  it('nobody has more than so many in a day, however patient, and the next day begins anew', async () => {
    const patient = stranger('203.0.113.6');
    for (let at = 0; at < 400; at++) {
      services.clock.now += MINUTE;
      recorder.looked(patient, search(`слон ${'абвгдежзик'[at % 10]}${at}`));
    }
    await settle();
    expect(await rows()).toHaveLength(300);
    services.clock.now += DAY;
    recorder.looked(patient, search('мышь'));
    await settle();
    expect(await rows()).toHaveLength(301);
  });

  it('numbers that no article has are not counted', async () => {
    await ask('вывод денег', { shown: [1, 777_777], opened: [888_888], refused: [] });
    await recorder.flush();
    expect((await days()).map(({ number }) => number)).toEqual([1]);
  });
});

it('keeps what could not be written for the next time', async () => {
  const { database } = services;
  const broken = { ...database, inTransaction: () => Promise.reject(new Error('away')) };
  const given = { database: broken as typeof database, secrets: services.secrets, now: services.now };
  const patient = new SearchRecorder(given);
  patient.looked(asReader(olga), search('роли', [1]));
  services.clock.now += 11 * MINUTE;
  await expect(patient.flush()).rejects.toThrow('away');
  given.database = database;
  await patient.flush();
  expect(await rows()).toHaveLength(1);
  expect(await days()).toHaveLength(1);
});

it('what is kept no longer leaves numbers of queries that several people had, and nothing of the others', async () => {
  for (const end of [1, 2, 3]) recorder.looked(stranger(`192.0.2.${end}`), search('возврат денег'));
  recorder.looked(stranger('192.0.2.9'), search('Мария Иванова'));
  await settle();
  services.clock.now += 200 * DAY;
  const before = new Date(services.clock.now - 180 * DAY).toISOString();
  expect(await removeAged(services, 'retention.searches_days', before)).toBe(4);
  expect(await rows()).toEqual([]);
  const left = await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`select query, visitors, not_found from article_search_days`,
  );
  expect(left).toEqual([{ query: 'возврат денег', visitors: 3, not_found: 3 }]);
});
