import { uuidv7 } from '@beseda/shared/domain/uuid';
import type {
  CalendarCard,
  DaySetRow,
  DaySetYear,
  PlanCard,
  PolicyCard,
} from '@beseda/shared/protocol/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';
import { listAudit } from '../audit/list-audit';
import { SYSTEM } from '../db/actor';
import { as } from '../testing/make-services';

const STANDARD = '00000000-0000-7000-8000-000000000101';
const BUSINESS = '00000000-0000-7000-8000-000000000202';
const NO_SUCH = '01900000-0000-7000-8000-000000000000';
const hours = { mon: [['08:00', '20:00']] };
const tz = 'Europe/Moscow';
const targets = { firstReaction: 3_600, nextReaction: 3_600, resolution: null };
let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Whatever is asked for, read as what it is. */
type Body = CalendarCard &
  PolicyCard &
  DaySetYear & { results: (PlanCard & DaySetRow)[]; details: Record<string, string[]> };

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const headers = await world.headersOf('admin');
  const url = `/api/v1${path}`;
  const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as Body };
}

const audit = async (kind: 'calendar' | 'policy' | 'plan' | 'day_set', id: string) =>
  (await listAudit(as(world.services, world.admin), { kind, id, limit: 10 })).results;

const recounts = () =>
  world.services.database.inTransaction(
    SYSTEM,
    async ({ sql }) => (await sql`select from clock_recounts`).length,
  );

describe('a calendar', () => {
  it('is made, changed and removed; the history names the days that changed', async () => {
    const made = await ask('POST', '/calendars', {
      name: 'Смены',
      calendar: {
        tz,
        hours: {
          mon: [
            ['14:00', '18:00'],
            ['08:00', '12:00'],
          ],
        },
        holidays: ['2026-12-31', '2026-12-31'],
      },
      daySetKey: 'ru',
    });
    expect(made.status).toBe(201);
    expect(made.body.calendar).toMatchObject({
      hours: {
        mon: [
          ['08:00', '12:00'],
          ['14:00', '18:00'],
        ],
      },
      holidays: ['2026-12-31'],
    });
    const path = `/calendars/${made.body.id}`;
    const exceptions = { '2026-12-30': [['08:00', '11:00']] };
    await ask('PATCH', path, { calendar: { tz, hours, holidays: [], exceptions }, daySetKey: null });
    const [changed] = await audit('calendar', made.body.id);
    expect(changed?.changes).toEqual({
      mon: { from: '08:00–12:00, 14:00–18:00', to: '08:00–20:00' },
      '2026-12-31': { from: 'day off', to: null },
      '2026-12-30': { from: null, to: '08:00–11:00' },
      daySetKey: { from: 'ru', to: null },
    });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('GET', path)).status).toBe(404);
  });

  it.each([
    [{ calendar: { tz: 'Moscow', hours } }, 422, 'invalid_calendar', 'calendar.tz'],
    [
      { calendar: { tz, hours: { fri: [['20:00', '08:00']] } } },
      422,
      'invalid_calendar',
      'calendar.hours.fri[0]',
    ],
    [
      { calendar: { tz, hours, exceptions: { '2026-02-30': [] } } },
      422,
      'invalid_calendar',
      'calendar.exceptions.2026-02-30',
    ],
    [{ daySetKey: 'nowhere' }, 400, 'invalid_input', 'daySetKey'],
    [{ daySetKey: 'NOT A KEY' }, 400, 'invalid_input', 'daySetKey'],
    [{ name: ' ' }, 400, 'invalid_input', 'name'],
    [{ name: 'Ежедневно 8:00–20:00, Москва' }, 409, 'already_exists', 'name'],
    [{ title: 'x' }, 400, 'invalid_input', 'title'],
  ])('refuses %j, naming the field', async (patch, status, code, field) => {
    const refused = await ask('PATCH', `/calendars/${STANDARD}`, patch);
    expect(refused).toMatchObject({ status, body: { code, field } });
    if (code === 'already_exists') return;
    expect(await ask('POST', `/calendars/${STANDARD}/preview`, patch)).toMatchObject({
      status,
      body: { field },
    });
  });

  it('in use is not removed: the refusal names what uses it', async () => {
    await ask('PATCH', `/companies/${world.ours.id}`, { calendarId: STANDARD });
    const refused = await ask('DELETE', `/calendars/${STANDARD}`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'in_use', details: { companies: ['vita'] } },
    });
    expect(refused.body.details['policies']).toContain('Start: реакция 4 ч');
    await ask('PATCH', `/companies/${world.ours.id}`, { calendarId: null });
  });

  it('saved as it was has nothing reckoned anew', async () => {
    const { body } = await ask('GET', `/calendars/${STANDARD}`);
    const before = await recounts();
    const reversed = Object.fromEntries(Object.entries(body.calendar.hours).toReversed());
    await ask('PATCH', `/calendars/${STANDARD}`, {
      name: body.name,
      calendar: { ...body.calendar, hours: reversed },
    });
    expect(await recounts()).toBe(before);
    await ask('PATCH', `/calendars/${STANDARD}`, { daySetKey: null });
    expect(await recounts()).toBe(before + 1);
  });
});

describe('a policy', () => {
  it('is made, changed and removed; the history says targets in hours', async () => {
    const input = { name: 'Ночная', calendarId: STANDARD, targets };
    const { body, status } = await ask('POST', '/policies', input);
    expect(status).toBe(201);
    const byPriority = { urgent: { firstReaction: 1_800, resolution: null }, low: {} };
    const changed = await ask('PATCH', `/policies/${body.id}`, {
      targets: { ...targets, resolution: 90_000 },
      byPriority,
    });
    expect(changed.body.byPriority).toEqual({ urgent: byPriority.urgent });
    expect((await audit('policy', body.id))[0]?.changes).toEqual({
      resolution: { from: null, to: '25:00' },
      'urgent.firstReaction': { from: null, to: '0:30' },
      'urgent.resolution': { from: null, to: 'not promised' },
    });
    expect((await ask('DELETE', `/policies/${body.id}`)).status).toBe(204);
  });

  it.each([
    [{ targets: { ...targets, firstReaction: 30 } }, 'targets.firstReaction'],
    [{ targets: { firstReaction: 60 } }, 'nextReaction'],
    [{ byPriority: { urgent: { firstReaction: 0 } } }, 'byPriority.urgent.firstReaction'],
    [{ byPriority: { panic: {} } }, 'panic'],
    [{ calendarId: NO_SUCH }, 'calendarId'],
  ])('refuses %j, naming the field', async (patch, field) => {
    const refused = await ask('PATCH', `/policies/${BUSINESS}`, patch);
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input', field } });
  });

  it('that a plan goes by is not removed, and the plan is named', async () => {
    const refused = await ask('DELETE', `/policies/${BUSINESS}`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'in_use', details: { plans: ['business'] } },
    });
  });
});

describe('a plan', () => {
  const plan = () => ({ key: uuidv7(), nameRu: 'Особый', nameEn: 'Special', policyId: BUSINESS });

  it('comes last in the list, and takes over from the default before it', async () => {
    const [first, second] = [plan(), plan()];
    await ask('POST', '/plans', { ...first, isDefault: true });
    await ask('POST', '/plans', second);
    await ask('PATCH', `/plans/${second.key}`, { isDefault: true });
    const { results } = (await ask('GET', '/plans')).body;
    expect(results.at(-1)?.key).toBe(second.key);
    expect(results.filter(({ isDefault }) => isDefault).map(({ key }) => key)).toEqual([second.key]);
    expect((await audit('plan', first.key))[0]?.changes).toEqual({ isDefault: { from: true, to: false } });
    for (const { key } of [second, first]) await ask('PATCH', `/plans/${key}`, { isDefault: false });
    for (const { key } of [second, first]) expect((await ask('DELETE', `/plans/${key}`)).status).toBe(204);
  });

  it('is refused with a key that is taken or wrong, and with a policy that there is not', async () => {
    const taken = await ask('POST', '/plans', { ...plan(), key: 'start' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'already_exists', field: 'key' } });
    const wrong = await ask('POST', '/plans', { ...plan(), key: 'Старт' });
    expect(wrong).toMatchObject({ status: 400, body: { field: 'key' } });
    const missing = await ask('PATCH', '/plans/start', { policyId: NO_SUCH });
    expect(missing).toMatchObject({ status: 400, body: { field: 'policyId' } });
  });

  it('that companies are on is not removed; the default counts those whose plan is unknown', async () => {
    const company = `/companies/${world.ours.id}`;
    const special = plan();
    await ask('POST', '/plans', special);
    await ask('PATCH', company, { plan: special.key });
    const refused = await ask('DELETE', `/plans/${special.key}`);
    expect(refused).toMatchObject({ body: { code: 'in_use', details: { companies: ['vita'] } } });
    await ask('PATCH', company, { plan: null });
    await ask('PATCH', `/plans/${special.key}`, { isDefault: true });
    expect(await ask('DELETE', `/plans/${special.key}`)).toMatchObject({ body: { code: 'in_use' } });
    await ask('PATCH', `/plans/${special.key}`, { isDefault: false });
    expect((await ask('DELETE', `/plans/${special.key}`)).status).toBe(204);
  });

  it('that there is not is given to no company by hand; one that a token told stays', async () => {
    const company = `/companies/${world.theirs.id}`;
    const refused = await ask('PATCH', company, { plan: 'gold' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input', field: 'plan' } });
    const made = await ask('POST', '/companies', { externalId: uuidv7(), name: 'Новая', plan: 'gold' });
    expect(made).toMatchObject({ status: 400, body: { field: 'plan' } });
    await world.services.database.inTransaction(
      SYSTEM,
      ({ sql }) => sql`update companies set plan = 'told' where id = ${world.theirs.id}`,
    );
    expect((await ask('PATCH', company, { plan: 'told', region: 'KZ' })).status).toBe(200);
  });
});

describe('a day set', () => {
  it('shows its years and their days, and is removed once no calendar is tied to it', async () => {
    await ask('POST', '/day-sets', { key: 'by', text: 'date,kind,name\n2027-01-07,off,Рождество' });
    const { id } = (
      await ask('POST', '/calendars', {
        name: 'Минск',
        calendar: { tz: 'Europe/Minsk', hours },
        daySetKey: 'by',
      })
    ).body;
    const listed = (await ask('GET', '/day-sets')).body.results;
    expect(listed.find(({ key }) => key === 'by')).toMatchObject({
      years: [{ year: 2027, days: 1 }],
      usedBy: { calendars: ['Минск'] },
    });
    const year = await ask('GET', '/day-sets/by/2027');
    expect(year.body.days).toEqual([{ date: '2027-01-07', kind: 'off', name: 'Рождество' }]);
    const refused = await ask('DELETE', '/day-sets/by/2027');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'in_use', details: { calendars: ['Минск'] } },
    });
    await ask('PATCH', `/calendars/${id}`, { daySetKey: null });
    expect((await ask('DELETE', '/day-sets/by/2027')).status).toBe(204);
    expect((await audit('day_set', 'by/2027'))[0]).toMatchObject({ action: 'deleted' });
    expect((await ask('GET', '/day-sets/by/2027')).status).toBe(404);
  });
});
