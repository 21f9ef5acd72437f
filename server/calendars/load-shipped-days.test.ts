import { compileCalendar, dueAt, elapsedMs } from '@beseda/shared/domain/open-hours';
import { applyDaySets, type DaySet } from '@beseda/shared/domain/production-calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { migrate } from '../db/migrate';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { makeServices, type TestServices } from '../testing/make-services';

const HOUR = 3_600_000;
let clone: TestDatabase;
let services: TestServices;

beforeAll(async () => {
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl);
});
afterAll(async () => {
  await services.database.close();
  await clone.drop();
});

const run = <T>(work: (sql: Transaction['sql']) => Promise<T>) =>
  services.database.inTransaction(SYSTEM, ({ sql }) => work(sql));
const listSets = () => run((sql) => sql<DaySet[]>`select key, year, days from day_sets order by year`);

it.each([
  [
    'start',
    4,
    '2026-11-03T17:00',
    '2026-11-05T07:00Z',
    'over 4 November, after a day that is an hour shorter',
  ],
  ['business', 2, '2026-11-04T10:00', '2026-11-05T07:00Z', 'asked on 4 November'],
  ['start', 4, '2026-01-05T10:00', '2026-01-12T09:00Z', 'asked in the January holidays of 2026'],
  ['start', 4, '2026-12-30T19:00', '2027-01-11T08:00Z', 'over the January holidays of 2027'],
  ['start', 4, '2027-02-19T19:00', '2027-02-20T08:00Z', 'on a Saturday that is worked'],
  ['start', 4, '2027-02-20T18:00', '2027-02-24T08:00Z', 'over the days off that were moved there'],
  ['network', 2, '2026-11-03T19:00', '2026-11-04T06:00Z', 'as on every day'],
  ['enterprise', 1, '2027-01-01T10:00', '2027-01-01T08:00Z', 'as on every day'],
])('plan %s, %d h, asked at %s: due at %s, %s', async (plan, hours, asked, due) => {
  const levels = await services.serviceLevels.get();
  const level = levels.of({ plan, calendarId: null, calendarExceptions: {} });
  expect(level?.targetOf('first_reaction', 'normal')).toBe(hours * 3_600);
  const at = level && dueAt(level.hours, Date.parse(`${asked}+03:00`), hours * HOUR);
  expect(new Date(at ?? 0).toISOString()).toBe(due.replace('Z', ':00.000Z'));
});

it('comes to the hours of 2026 that are published for a week of 40 hours, by quarter', async () => {
  const names = ['mon', 'tue', 'wed', 'thu', 'fri'];
  const hours = Object.fromEntries(names.map((name) => [name, [['09:00', '17:00']]]));
  const calendar = { tz: 'Etc/UTC', hours, holidays: [], exceptions: {} };
  const open = compileCalendar(applyDaySets(calendar, await listSets()));
  const quarters = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map(Date.parse);
  const worked = quarters.slice(1).map((end, at) => elapsedMs(open, quarters[at] ?? end, end) / HOUR);
  expect(worked).toEqual([440, 493, 528, 511]);
});

describe('the next start', () => {
  const countRecounts = () => run((sql) => sql`select from clock_recounts`).then(({ length }) => length);

  it('leaves a year that was changed as it is, and open clocks alone', async () => {
    await run((sql) => sql`update day_sets set days = '[]' where year = 2027`);
    const before = await countRecounts();
    await migrate(clone.ownerUrl);
    expect((await listSets()).map(({ year, days }) => [year, days.length])).toEqual([
      [2026, 22],
      [2027, 0],
    ]);
    expect(await countRecounts()).toBe(before);
  });

  it('brings a year that is missing, and has open clocks reckoned anew', async () => {
    await run((sql) => sql`delete from day_sets where year = 2027`);
    const before = await countRecounts();
    await migrate(clone.ownerUrl);
    expect((await listSets()).map(({ days }) => days.length)).toEqual([22, 24]);
    expect(await countRecounts()).toBe(before + 1);
  });
});
