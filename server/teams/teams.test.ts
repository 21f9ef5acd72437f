import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit';
import { createCompany } from '../companies/create-company';
import { updateCompany } from '../companies/update-company';
import type { Context } from '../context/context';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { deleteTeam } from './delete-team';
import { listTeams } from './list-teams';
import { createTeam, updateTeam } from './save-team';

let clone: TestDatabase;
let services: TestServices;
let admin: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  admin = as(services, { ...(await makeAgent(services, 'Админ')), role: 'admin' });
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

it('a team has the members that it was given last, and its history names them', async () => {
  const [anna, boris] = [await makeAgent(services, 'Анна'), await makeAgent(services, 'Борис')];
  const { id } = await createTeam(admin, { name: 'Сети', members: [anna.agentId] });
  await updateTeam(admin, id, { members: [boris.agentId] });
  const teams = await listTeams(admin);
  expect(teams.find((team) => team.id === id)).toMatchObject({ name: 'Сети', members: [{ name: 'Борис' }] });
  const { results } = await listAudit(admin, { kind: 'team', id, limit: 5 });
  expect(results[0]).toMatchObject({ changes: { members: { from: ['Анна'], to: ['Борис'] } } });
});

it('a name that is taken, and an agent who is not there, are refused', async () => {
  await createTeam(admin, { name: 'Первая' });
  await expect(createTeam(admin, { name: ' Первая ' })).rejects.toMatchObject({ code: 'already_exists' });
  const stranger = '01900000-0000-7000-8000-000000000000';
  const wrong = createTeam(admin, { name: 'Вторая', members: [stranger] });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid_input', field: 'members' });
});

it('is removed only when no company is given to it; the refusal names those', async () => {
  const { id } = await createTeam(admin, { name: 'Выделенная' });
  const company = await createCompany(admin, { externalId: 'vita', name: 'Вита' });
  await updateCompany(admin, company.id, { teamId: id });
  await expect(deleteTeam(admin, id)).rejects.toMatchObject({
    code: 'in_use',
    details: { companies: ['Вита'] },
  });
  await updateCompany(admin, company.id, { teamId: null });
  await deleteTeam(admin, id);
  expect((await listTeams(admin)).map((team) => team.id)).not.toContain(id);
});
