import { expect, it } from 'vitest';
import type { Calendar } from './open-hours';
import { applyDaySets, type DayMark } from './production-calendar';

const standard: Calendar = {
  tz: 'Europe/Moscow',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((name) => [name, [['08:00', '20:00']]])),
  holidays: [],
  exceptions: {},
};
const lay = (days: DayMark[], calendar: Partial<Calendar> = {}) =>
  applyDaySets({ ...standard, ...calendar }, [{ key: 'ru', year: 2027, days }]);

it('closes days off, cuts an hour from short days, and works on a transferred Saturday as on a Friday', () => {
  const fri: Calendar['hours'] = { ...standard.hours, fri: [['08:00', '17:00']] };
  const days: DayMark[] = [
    { date: '2027-02-22', kind: 'off' },
    { date: '2027-04-29', kind: 'short' },
    { date: '2027-02-20', kind: 'short' },
    { date: '2027-03-06', kind: 'work' },
  ];
  expect(lay(days, { hours: fri })).toMatchObject({
    holidays: ['2027-02-22'],
    exceptions: {
      '2027-04-29': [['08:00', '19:00']],
      '2027-02-20': [['08:00', '16:00']],
      '2027-03-06': [['08:00', '17:00']],
    },
  });
});

it('lets the calendar’s own days win', () => {
  const calendar = {
    holidays: ['2027-03-06'],
    exceptions: { '2027-02-22': [['10:00', '12:00']] },
  } satisfies Partial<Calendar>;
  expect(
    lay(
      [
        { date: '2027-02-22', kind: 'off' },
        { date: '2027-03-06', kind: 'work' },
      ],
      calendar,
    ),
  ).toMatchObject(calendar);
});

it('cuts a working hour over the break, and a whole day that is no longer', () => {
  const short: DayMark[] = [{ date: '2027-04-30', kind: 'short' }];
  const fri = (...intervals: [string, string][]) =>
    lay(short, { hours: { fri: intervals } }).exceptions['2027-04-30'];
  expect(fri(['08:00', '12:00'], ['13:00', '13:30'])).toEqual([['08:00', '11:30']]);
  expect(fri(['08:00', '12:00'], ['13:00', '24:00'])).toEqual([
    ['08:00', '12:00'],
    ['13:00', '23:00'],
  ]);
  expect(fri(['08:00', '09:00'])).toEqual([]);
  expect(fri()).toEqual([]);
});

it('takes the first weekday with hours where Friday has none, and leaves a weekday closed that always is', () => {
  const hours: Calendar['hours'] = { tue: [['09:00', '18:00']] };
  expect(
    lay(
      [
        { date: '2027-02-20', kind: 'work' },
        { date: '2027-04-30', kind: 'short' },
      ],
      { hours },
    ).exceptions,
  ).toEqual({ '2027-02-20': [['09:00', '18:00']], '2027-04-30': [] });
});
