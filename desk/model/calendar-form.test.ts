import { describe, expect, it } from 'vitest';
import {
  addInterval,
  type CalendarForm,
  copyToWeek,
  hoursFor,
  openAlways,
  readForm,
  toPatch,
} from './calendar-form';

const card = {
  name: 'Будни',
  daySetKey: 'ru',
  calendar: {
    tz: 'Europe/Moscow',
    hours: {
      thu: [
        ['08:00', '12:00'],
        ['13:00', '20:00'],
      ],
      fri: [['08:00', '20:00']],
    },
    holidays: ['2026-12-31', '2026-11-26'],
    exceptions: { '2026-11-28': [['10:00', '14:00']], '2026-11-27': [['08:00', '19:00']], '2026-12-01': [] },
  },
} satisfies Parameters<typeof readForm>[0];
const form = (): CalendarForm => readForm(card);

describe('a calendar in its form', () => {
  it('tells special days by what they are otherwise', () => {
    expect(form().days.map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-11-26', 'off'],
      ['2026-11-27', 'short'],
      ['2026-11-28', 'worked'],
      ['2026-12-01', 'off'],
      ['2026-12-31', 'off'],
    ]);
  });

  it('comes out as it went in', () => {
    const { holidays, exceptions } = card.calendar;
    const { '2026-12-01': _, ...rest } = exceptions;
    expect(toPatch(form())).toEqual({
      ...card,
      calendar: {
        ...card.calendar,
        holidays: ['2026-11-26', '2026-12-01', ...holidays.slice(0, 1)],
        exceptions: rest,
      },
    });
  });

  it('sends times as the server reads them, and nothing while one is unread or a date stands twice', () => {
    const typed: CalendarForm = { ...form(), week: { ...form().week, mon: [['9', '1730']] } };
    expect(toPatch(typed)?.calendar).toMatchObject({ hours: { mon: [['09:00', '17:30']] } });
    expect(toPatch({ ...typed, week: { ...typed.week, mon: [['утром', '18']] } })).toBeNull();
    const twice = [...form().days, { date: '2026-11-27', kind: 'off' as const, hours: [] }];
    expect(toPatch({ ...form(), days: twice })).toBeNull();
    expect(toPatch({ ...form(), days: [{ date: '', kind: 'off', hours: [] }] })).toBeNull();
  });
});

it('a second interval comes after a break, and stays within the day', () => {
  expect(addInterval([])).toEqual([['09:00', '18:00']]);
  expect(addInterval([['8', '12']])).toEqual([
    ['8', '12'],
    ['13:00', '17:00'],
  ]);
  expect(addInterval([['08:00', '23:00']]).at(-1)).toEqual(['23:00', '24:00']);
});

it('a day is copied to the working week, not to the weekend', () => {
  const week = copyToWeek({ ...form().week, sat: [['10:00', '12:00']] }, 'fri');
  expect(week.mon).toEqual([['08:00', '20:00']]);
  expect(week.sat).toEqual([['10:00', '12:00']]);
  expect(week.sun).toEqual([]);
});

it('special days begin with hours that make sense', () => {
  const { week } = form();
  expect(hoursFor(week, 'worked', '2026-11-28')).toEqual([['08:00', '20:00']]);
  expect(hoursFor(week, 'short', '2026-11-26')).toEqual([
    ['08:00', '12:00'],
    ['13:00', '19:00'],
  ]);
  expect(hoursFor(week, 'off', '2026-11-26')).toEqual([]);
  expect(hoursFor(week, 'short', '')).toEqual([['08:00', '20:00']]);
  expect(openAlways().sun).toEqual([['00:00', '24:00']]);
});
