import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit';
import type { Context } from '../context/context';
import { type AgentActor, SYSTEM } from '../db/actor';
import { importPeople } from '../people/import-people';
import { listPeople } from '../people/list-people';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { createCompany } from './create-company';
import { deleteCompany } from './delete-company';
import { importCompanies } from './import-companies';
import { listCompanies } from './list-companies';
import { updateCompany } from './update-company';

let clone: TestDatabase;
let services: TestServices;
let admin: Context;
let count = 0;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  const anna = await makeAgent(services, 'Анна');
  admin = as(services, { ...anna, role: 'admin' });
});
beforeEach(() => {
  count += 1;
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const idOf = (name: string) => `${name}-${count}`;
const make = (name = 'Вита') => createCompany(admin, { externalId: idOf(name), name });
const auditOf = async (id: string) => (await listAudit(admin, { kind: 'company', id, limit: 10 })).results;

it('a change is written with who, when, before and after; what stayed as it was is not', async () => {
  const { id } = await make();
  await updateCompany(admin, id, { plan: 'business', name: 'Вита' });
  await updateCompany(admin, id, { plan: 'business' });
  const [change, creation, ...rest] = await auditOf(id);
  expect(rest).toEqual([]);
  expect(change).toMatchObject({
    agent: { name: 'Анна' },
    at: new Date(services.clock.now).toISOString(),
    object: { kind: 'company', id, name: 'Вита' },
    action: 'changed',
    changes: { plan: { from: null, to: 'business' } },
  });
  expect(creation).toMatchObject({ action: 'created', changes: { name: { from: null, to: 'Вита' } } });
});

it('is tied to a team, an agent and a calendar that there are, by name in its history', async () => {
  const { id } = await make();
  const agent = await makeAgent(services, 'Вера');
  const [team, calendar] = await services.database.inTransaction(SYSTEM, async ({ sql }) => [
    (
      await sql<
        { id: string }[]
      >`insert into teams (id, name) values (gen_random_uuid(), ${idOf('Сети')}) returning id`
    )[0],
    (await sql<{ id: string }[]>`select id from calendars order by name limit 1`)[0],
  ]);
  const card = await updateCompany(admin, id, {
    teamId: team?.id ?? '',
    agentId: agent.agentId,
    calendarId: calendar?.id ?? '',
  });
  expect(card).toMatchObject({ team: { name: idOf('Сети') }, agent: { name: 'Вера' }, calendar });
  expect((await auditOf(id))[0]?.changes).toMatchObject({ agent: { from: null, to: 'Вера' } });
  const unknown = updateCompany(admin, id, { teamId: agent.agentId });
  await expect(unknown).rejects.toMatchObject({ code: 'invalid_input', field: 'teamId' });
  expect(await updateCompany(admin, id, { teamId: null })).toMatchObject({
    team: null,
    agent: { name: 'Вера' },
  });
});

it('a refused change leaves no row behind', async () => {
  const { id } = await make();
  const wrong = updateCompany(admin, id, { region: 'RU', distributorSupportUrl: 'javascript:alert(1)' });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid_input', field: 'distributorSupportUrl' });
  expect(await auditOf(id)).toHaveLength(1);
});

it('nobody but an admin changes or reads settings', async () => {
  const agent: AgentActor = await makeAgent(services, 'Борис');
  const requester = await makeRequester(services, { company: idOf('vita') });
  for (const actor of [agent, requester]) {
    const ctx = as(services, actor);
    for (const attempt of [
      updateCompany(ctx, requester.companyId, { plan: 'enterprise' }),
      listCompanies(ctx, { limit: 10 }),
      listAudit(ctx, { limit: 10 }),
      importCompanies(ctx, { format: 'json', text: '[]', dryRun: false }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
  }
});

it('is refused under an id that is taken, and is removed only while nothing belongs to it', async () => {
  const { id } = await make();
  await expect(make()).rejects.toMatchObject({ code: 'already_exists', field: 'externalId' });
  const person = await makeRequester(services, { company: idOf('Вита') });
  await expect(deleteCompany(admin, id)).rejects.toMatchObject({ code: 'in_use', details: { people: 1 } });
  await services.database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`delete from people where id = ${person.personId}`,
  );
  await deleteCompany(admin, id);
  expect((await auditOf(id))[0]).toMatchObject({ action: 'deleted' });
});

it('lists by name, page by page, what is looked for', async () => {
  const names = ['Ёлка', 'Ель', 'Жук'];
  for (const name of names.toReversed())
    await createCompany(admin, { externalId: idOf(name), name: `${name}%` });
  const first = await listCompanies(admin, { q: '%', limit: 2 });
  const second = await listCompanies(admin, { q: '%', limit: 2, cursor: first.next ?? '' });
  expect([...first.results, ...second.results].map(({ name }) => name)).toEqual(['Ёлка%', 'Ель%', 'Жук%']);
  expect(second.next).toBeNull();
});

const csv = (...rows: string[]) => ({ format: 'csv' as const, text: rows.join('\n'), dryRun: false });

it('a file is taken row by row: bad rows are named with line and reason, and again changes nothing', async () => {
  const file = csv(
    'external_id;name;plan;distributor_support_url',
    `${idOf('a')};Альфа;start;`,
    `;Без номера;start;`,
    `${idOf('b')};Бета;business;https://beta.example/help`,
    `${idOf('c')};Гамма;start;not a link`,
    `${idOf('a')};Ещё Альфа;start;`,
    `${idOf('d')};;start;`,
    `${idOf('e')};Дельта;gold;`,
  );
  const dry = await importCompanies(admin, { ...file, dryRun: true });
  expect(dry).toMatchObject({ created: 2, changed: 0, unchanged: 0 });
  expect((await listCompanies(admin, { q: idOf('a'), limit: 5 })).results).toEqual([]);

  const taken = await importCompanies(admin, file);
  expect(taken.bad.map(({ line, reason, field }) => [line, reason, field])).toEqual([
    [3, 'missing', 'externalId'],
    [5, 'wrong_value', 'distributorSupportUrl'],
    [6, 'repeated', null],
    [7, 'missing', 'name'],
    [8, 'unknown_plan', 'plan'],
  ]);
  const again = await importCompanies(admin, file);
  expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 2, rows: [] });

  const json = [
    { externalId: idOf('a'), plan: null },
    { externalId: idOf('b'), name: 'Бета 2' },
  ];
  const changed = await importCompanies(admin, { format: 'json', text: JSON.stringify(json), dryRun: false });
  expect(changed.rows.map(({ name, changes }) => [name, changes])).toEqual([
    ['Альфа', { plan: { from: 'start', to: null } }],
    ['Бета 2', { name: { from: 'Бета', to: 'Бета 2' } }],
  ]);
  const { results } = await listCompanies(admin, { q: idOf('b'), limit: 5 });
  expect(results).toMatchObject([{ name: 'Бета 2', plan: 'business' }]);
  const history = await auditOf(results[0]?.id ?? '');
  expect(history.map(({ action }) => action)).toEqual(['changed', 'created']);
});

it('people are taken into companies that are there', async () => {
  const { id } = await make();
  const file = csv(
    'company,sub,name,email,role',
    `${idOf('Вита')},7,Ольга,olga@vita.example,manager`,
    `${idOf('Вита')},8,Пётр,not an address,staff`,
    `nowhere,9,Иван,,staff`,
    `${idOf('Вита')},10,Анна,,boss`,
  );
  const taken = await importPeople(admin, file);
  expect(taken.bad.map(({ line, reason, field }) => [line, reason, field])).toEqual([
    [3, 'wrong_value', 'email'],
    [4, 'unknown_company', 'company'],
    [5, 'wrong_value', 'role'],
  ]);
  expect(await importPeople(admin, file)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
  const { results } = await listPeople(admin, { company: id, limit: 5 });
  expect(results).toMatchObject([{ sub: '7', name: 'Ольга', role: 'manager', email: 'olga@vita.example' }]);
});
