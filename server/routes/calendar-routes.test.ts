import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../access-matrix/open-world';
import { type HourCase, readHourCases } from '../testing/read-hour-cases';

const cases = readHourCases();
const calendar = { tz: 'Europe/Moscow', hours: { mon: [['08:00', '20:00']] } };
const start = '2026-03-02T05:30:00Z';
let world: World;
let headers: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  headers = await world.headersOf('apiToken');
});
afterAll(() => world.close());

const ask = (payload: object) =>
  world.app.inject({ method: 'POST', url: '/api/v1/business-hours/preview', headers, payload });

describe.skipIf(cases.length === 0)('the preview answers as other systems do', () => {
  it.each(cases.map((one): [string, HourCase] => [`${one.op} ${one.id}`, one]))('%s', async (_, one) => {
    const { op, calendar, start, end, duration_s, pauses, expect: expected, accept = [] } = one;
    const answer = await ask({
      op: op === 'invalid_calendar' ? 'due' : op,
      calendar,
      start,
      end,
      durationSeconds: duration_s,
      pauses,
    });
    if (op === 'invalid_calendar') {
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'invalid_calendar', field: expect.any(String) });
    } else {
      const wanted = [expected, ...accept].map((body) => inOurWords(body));
      expect(wanted).toContainEqual(answer.json());
    }
  });
});

function inOurWords(answer: object): object {
  return 'elapsed_s' in answer ? { elapsedSeconds: answer.elapsed_s } : answer;
}

it('names the field of the calendar that is wrong, before anything else', async () => {
  const answer = await ask({ op: 'due', calendar: { ...calendar, holidays: ['2026-02-30'] } });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: 'invalid_calendar', field: 'calendar.holidays[0]' });
  expect((await ask({ op: 'due', calendar: 'open' })).json()).toMatchObject({ field: 'calendar' });
});

it.each([
  [{ calendar, start }, 'op'],
  [{ op: 'close', calendar, start }, 'op'],
  [{ op: 'due', start }, 'calendar'],
  [{ op: 'is_open', calendar }, 'start'],
  [{ op: 'is_open', calendar, start: 'tomorrow' }, 'start'],
  [{ op: 'is_open', calendar, start: '2026-03-02T05:30:00' }, 'start'],
  [{ op: 'due', calendar, start }, 'durationSeconds'],
  [{ op: 'due', calendar, start, durationSeconds: -1 }, 'durationSeconds'],
  [{ op: 'elapsed', calendar, start }, 'end'],
  [{ op: 'elapsed', calendar, start, end: '2126-03-02T05:30:00Z' }, 'end'],
  [{ op: 'due', calendar, start, durationSeconds: 1, pauses: [[start, '']] }, 'pauses[0][1]'],
  [{ op: 'due', calendar, start, durationSeconds: 1, pauses: [[null, start]] }, 'pauses[0][0]'],
])('refuses %j, naming %s', async (payload, field) => {
  const answer = await ask(payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'invalid_input', field });
});

it('answers null where nothing is ever due', async () => {
  const never = await ask({ op: 'due', calendar: { tz: 'Etc/UTC', hours: {} }, start, durationSeconds: 60 });
  expect(never.json()).toEqual({ due: null });
  // An end that is missing is a mistake, one that is null is none.
  const stands = { op: 'due', calendar, start, durationSeconds: 60, pauses: [[start, null]] };
  expect((await ask(stands)).json()).toEqual({ due: null });
});
