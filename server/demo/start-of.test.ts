import { compileCalendar, dueAt } from '@beseda/shared/domain/open-hours';
import { expect, it } from 'vitest';
import type { ServiceLevels } from '../clocks/service-levels';
import { demoPeople } from './people';
import { startOf } from './start-of';

const day = [['08:00', '20:00']] as [string, string][];
const hours = compileCalendar({
  tz: 'Europe/Moscow',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [],
  exceptions: {},
});
const levels: ServiceLevels = {
  of: () => ({ hours, escalateMs: 0, targetOf: () => 2 * 60 * 60 }),
  hoursOf: () => hours,
};
const MINUTE_MS = 60_000;

it.each([
  ['at noon of a working day', '2026-11-24T09:00:00Z', 20, '2026-11-24T09:20:00Z'],
  ['late at noon', '2026-11-24T09:00:00Z', -25, '2026-11-24T08:35:00Z'],
  ['at night, then early the next morning', '2026-11-23T22:30:00Z', 12, '2026-11-24T05:12:00Z'],
  ['in a weekend, then on Monday', '2026-11-28T12:00:00Z', 12, '2026-11-30T05:12:00Z'],
])('is so long ago that a demo has its deadline in sight %s', (_, start, left, due) => {
  const now = Date.parse(start);
  const past = { from: demoPeople.business, begins: { left }, turns: [] };
  const began = startOf(past, levels, now);
  const found = dueAt(hours, began, 120 * MINUTE_MS) ?? 0;
  expect(Math.abs(found - Date.parse(due))).toBeLessThan(2_000);
  expect(began).toBeLessThan(now);
});
