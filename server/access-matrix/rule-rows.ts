import { uuidv7 } from '@beseda/shared/domain/uuid';
import { importDaySets } from '../calendars/import-day-sets';
import { createCalendar } from '../calendars/save-calendar';
import { contextFor } from '../context/context';
import { createPlan } from '../plans/save-plan';
import { createPolicy } from '../policies/save-policy';
import { admins } from './expectations';
import type { World } from './open-world';
import { type Call, type RouteRow, withId } from './route-row';

const NO_SUCH = '01900000-0000-7000-8000-000000000000';
/** Of the set that is shipped. */
const CALENDAR = '00000000-0000-7000-8000-000000000101';
const POLICY = '00000000-0000-7000-8000-000000000201';

const admin = ({ services, admin }: World) => contextFor(services, admin);
const calendar = () => ({ name: uuidv7(), calendar: { tz: 'Europe/Moscow', hours: {} } });
const targets = { firstReaction: 3_600, nextReaction: 3_600, resolution: null };
const policy = () => ({ name: uuidv7(), calendarId: CALENDAR, targets });
const plan = () => ({ key: uuidv7(), nameRu: 'Новый', nameEn: 'New', policyId: POLICY });

/** What each kind of object is made of; each call gets one of its own. */
const KINDS = {
  calendars: {
    fresh: calendar,
    make: async (world: World) => (await createCalendar(admin(world), calendar())).id,
  },
  policies: { fresh: policy, make: async (world: World) => (await createPolicy(admin(world), policy())).id },
  plans: { fresh: plan, make: async (world: World) => (await createPlan(admin(world), plan())).key },
} as const;

function rowsOf(kind: keyof typeof KINDS, id: ':id' | ':key', change: object): Record<string, RouteRow> {
  const base = `/api/v1/${kind}`;
  const { fresh, make } = KINDS[kind];
  const of = (payload: object | undefined, outcome: number, tail = ''): RouteRow => ({
    call: async (world) => withId(base, `${await make(world)}${tail}`, payload),
    missing: () => withId(base, `${NO_SUCH}${tail}`, payload),
    expected: admins(outcome),
  });
  return {
    [`GET ${base}`]: { call: () => ({ url: base }), expected: admins(200) },
    [`POST ${base}`]: { call: (): Call => ({ url: base, payload: fresh() }), expected: admins(201) },
    [`GET ${base}/${id}`]: of(undefined, 200),
    [`PATCH ${base}/${id}`]: of(change, 200),
    [`POST ${base}/${id}/preview`]: of(change, 200, '/preview'),
    [`DELETE ${base}/${id}`]: of(undefined, 204),
  };
}

const ofYear = (key: (world: World) => Promise<string> | string, outcome: number): RouteRow => ({
  call: async (world) => ({ url: `/api/v1/day-sets/${await key(world)}/2026` }),
  missing: () => ({ url: '/api/v1/day-sets/none/2026' }),
  expected: admins(outcome),
});

async function importYear(world: World): Promise<string> {
  const key = `k${uuidv7()}`;
  await importDaySets(admin(world), { key, text: 'date,kind\n2026-12-16,off' });
  return key;
}

export const RULE_ROWS: Readonly<Record<string, RouteRow>> = {
  ...rowsOf('calendars', ':id', { daySetKey: 'ru' }),
  ...rowsOf('policies', ':id', { targets: { ...targets, firstReaction: 7_200 } }),
  ...rowsOf('plans', ':key', { dedicated: true }),
  'GET /api/v1/day-sets': { call: () => ({ url: '/api/v1/day-sets' }), expected: admins(200) },
  'GET /api/v1/day-sets/:key/:year': ofYear(() => 'ru', 200),
  'DELETE /api/v1/day-sets/:key/:year': ofYear(importYear, 204),
};
