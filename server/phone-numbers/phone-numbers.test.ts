import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import { showPhone } from '../phone/show-phone';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester, makeServices, type TestServices } from '../testing/make-services';
import { listPhoneNumbers } from './list-phone-numbers';
import { createPhoneNumber, deletePhoneNumber, updatePhoneNumber } from './save-phone-number';

/** A Thursday, noon and ten in the evening in Moscow. */
const NOON = Date.parse('2026-11-26T12:00:00+03:00');
const NIGHT = Date.parse('2026-11-26T22:00:00+03:00');

let clone: TestDatabase;
let services: TestServices;
let admin: Context;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
  services.clock.now = NOON;
  admin = as(services, { ...(await makeAgent(services, 'Админ')), role: 'admin' });
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

it('a number is shown to companies of its region as it was set last, until it is deleted', async () => {
  const requester = as(services, await makeRequester(services));
  const calendar = (await listPhoneNumbers(admin)).calendars.find(({ name }) => name.startsWith('Будни'));
  const { id } = await createPhoneNumber(admin, { region: 'KZ', number: '+7 495 111-22-33' });
  expect(await showPhone(requester)).toEqual([]);
  const changed = await updatePhoneNumber(admin, id, {
    region: 'ru',
    note: ' Бухгалтерия ',
    calendarId: calendar?.id ?? null,
  });
  expect(changed).toMatchObject({ companies: 1, open: true, calendar: { id: calendar?.id } });
  expect(await showPhone(requester)).toMatchObject([
    { number: '+7 495 111-22-33', note: 'Бухгалтерия', open: true },
  ]);
  services.clock.now = NIGHT;
  expect(await showPhone(requester)).toMatchObject([{ open: false }]);
  expect((await listPhoneNumbers(admin)).results).toMatchObject([{ id, open: false }]);
  services.clock.now = NOON;
  await deletePhoneNumber(admin, id);
  expect(await showPhone(requester)).toEqual([]);
});

it('numbers of a region stand in the order of their positions', async () => {
  const requester = as(services, await makeRequester(services));
  await createPhoneNumber(admin, { region: 'RU', number: '222', position: 2 });
  await createPhoneNumber(admin, { region: 'RU', number: '111', position: 1 });
  expect((await showPhone(requester)).map(({ number }) => number)).toEqual(['111', '222']);
  expect((await listPhoneNumbers(admin)).regions).toEqual(['RU']);
});

it('what cannot be called, and hours that are not there, are refused', async () => {
  const wrong = (given: object) => createPhoneNumber(admin, { region: 'RU', number: '+7 1', ...given });
  await expect(wrong({})).rejects.toMatchObject({ code: 'invalid_input', field: 'number' });
  const calendarId = '01900000-0000-7000-8000-000000000000';
  await expect(wrong({ number: '+7 123', calendarId })).rejects.toMatchObject({ field: 'calendarId' });
  await expect(wrong({ number: '+7 123', region: ' ' })).rejects.toMatchObject({ field: 'region' });
});

it('history names the hours, and admins alone change numbers', async () => {
  const [calendar] = (await listPhoneNumbers(admin)).calendars;
  const { id } = await createPhoneNumber(admin, { region: 'RU', number: '+7 495 1' });
  await updatePhoneNumber(admin, id, { calendarId: calendar?.id ?? null });
  const { results } = await listAudit(admin, { kind: 'phone_number', id, limit: 5 });
  expect(results[0]).toMatchObject({
    object: { name: '+7 495 1' },
    changes: { calendar: { from: null, to: calendar?.name } },
  });
  const agent = as(services, await makeAgent(services));
  await expect(updatePhoneNumber(agent, id, { note: '' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(updatePhoneNumber(as(services, SYSTEM), id, { note: 'x' })).resolves.toMatchObject({
    note: 'x',
  });
});
