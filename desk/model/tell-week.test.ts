import { expect, it } from 'vitest';
import { tellWeek } from './tell-week';

const words = {
  short: { mon: 'пн', tue: 'вт', wed: 'ср', thu: 'чт', fri: 'пт', sat: 'сб', sun: 'вс' },
  always: 'круглосуточно',
  never: 'закрыто',
};
const long: [string, string][] = [['08:00', '20:00']];

it('tells equal days in a row as one', () => {
  const week = { mon: long, tue: long, wed: long, thu: long, fri: [['08:00', '12:00'] as [string, string]] };
  expect(tellWeek(week, words)).toBe('пн–чт 08:00–20:00, пт 08:00–12:00');
  expect(tellWeek({ mon: long, wed: long, sat: [] }, words)).toBe('пн 08:00–20:00, ср 08:00–20:00');
});

it('knows round the clock, and no hours at all', () => {
  const always: [string, string][] = [['00:00', '24:00']];
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  expect(tellWeek(Object.fromEntries(days.map((day) => [day, always])), words)).toBe('круглосуточно');
  expect(tellWeek({}, words)).toBe('закрыто');
});
