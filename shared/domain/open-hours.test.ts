import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  checkCalendar,
  compileCalendar,
  dueAt,
  elapsedMs,
  isOpen,
  nextOpening,
} from './open-hours';

const HOUR = 3_600_000;
const weekdays = (...intervals: [string, string][]): Calendar => ({
  tz: 'Europe/Moscow',
  hours: { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals },
  holidays: [],
  exceptions: {},
});
const open = (calendar: Partial<Calendar>) =>
  compileCalendar({ ...weekdays(['08:00', '20:00']), ...calendar });
const at = (time: string) => Date.parse(time);

describe('dueAt', () => {
  it('gives null where nothing ever opens, also after the last exceptional day', () => {
    expect(dueAt(open({ hours: {} }), at('2026-03-02T09:00:00Z'), HOUR)).toBeNull();
    const once = open({ hours: {}, exceptions: { '2026-03-03': [['10:00', '11:00']] } });
    expect(dueAt(once, at('2026-03-02T09:00:00Z'), HOUR)).toBe(at('2026-03-03T08:00:00Z'));
    expect(dueAt(once, at('2026-03-02T09:00:00Z'), HOUR + 1)).toBeNull();
    expect(nextOpening(once, at('2026-03-03T08:00:00Z'))).toBeNull();
  });

  it('gives null where fifty years are not long enough', () => {
    const rare = open({ hours: { mon: [['08:00', '08:01']] } });
    expect(dueAt(rare, at('2026-03-02T09:00:00Z'), 1_000 * HOUR)).toBeNull();
  });

  it('is due before a pause without end, never after it has begun', () => {
    const start = at('2026-03-02T07:00:00Z');
    expect(dueAt(open({}), start, HOUR, [{ from: start + HOUR, to: null }])).toBe(start + HOUR);
    expect(dueAt(open({}), start, HOUR, [{ from: start + HOUR - 1, to: null }])).toBeNull();
    expect(dueAt(open({}), start, 0, [{ from: start - 1, to: null }])).toBeNull();
  });

  it('opens at the first moment after hours that the clocks leave out, counts those twice that come twice', () => {
    const night = { tz: 'Europe/Berlin', hours: { sun: [['02:30', '03:30']] as [string, string][] } };
    expect(nextOpening(open(night), at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'));
    const [from, to] = [at('2026-10-24T22:00:00Z'), at('2026-10-25T22:00:00Z')];
    expect(elapsedMs(open(night), from, to)).toBe(1.5 * HOUR);
  });

  it('follows Moscow to another offset and Samoa over a day that never was', () => {
    const moscow = open({ hours: { sun: [['00:00', '24:00']] } });
    expect(elapsedMs(moscow, at('2011-03-26T12:00:00Z'), at('2011-03-28T12:00:00Z'))).toBe(23 * HOUR);
    expect(elapsedMs(moscow, at('2014-10-25T12:00:00Z'), at('2014-10-27T12:00:00Z'))).toBe(25 * HOUR);
    const apia = open({ tz: 'Pacific/Apia', hours: { fri: [['00:00', '24:00']] } });
    expect(elapsedMs(apia, at('2011-12-29T00:00:00Z'), at('2012-01-01T00:00:00Z'))).toBe(0);
  });
});

it('opens at its first moment and is closed at its last', () => {
  expect(isOpen(open({}), at('2026-03-02T05:00:00Z'))).toBe(true);
  expect(isOpen(open({}), at('2026-03-02T16:59:59.999Z'))).toBe(true);
  expect(isOpen(open({}), at('2026-03-02T17:00:00Z'))).toBe(false);
});

describe('checkCalendar', () => {
  const field = (change: object) => {
    const checked = checkCalendar({ ...weekdays(['08:00', '20:00']), ...change });
    return checked.ok ? null : checked.field;
  };

  it('leads to the field at fault', () => {
    expect(field({ tz: 'Mars/Olympus' })).toBe('tz');
    expect(field({ tz: '+03:00' })).toBe('tz');
    expect(field({ tz: 3 })).toBe('tz');
    expect(field({ hours: [] })).toBe('hours');
    expect(field({ hours: { monday: [] } })).toBe('hours.monday');
    expect(field({ hours: { mon: '08:00-20:00' } })).toBe('hours.mon');
    expect(
      field({
        hours: {
          mon: [
            ['08:00', '12:00'],
            ['11:00', '20:00'],
          ],
        },
      }),
    ).toBe('hours.mon[1]');
    expect(field({ hours: { mon: [['24:00', '24:00']] } })).toBe('hours.mon[0]');
    expect(field({ hours: { mon: [['08:00', '24:01']] } })).toBe('hours.mon[0]');
    expect(field({ hours: { mon: [['08:60', '12:00']] } })).toBe('hours.mon[0]');
    expect(field({ hours: { mon: [['08:00']] } })).toBe('hours.mon[0]');
    expect(field({ holidays: ['2026-02-30'] })).toBe('holidays[0]');
    expect(field({ holidays: '2026-02-23' })).toBe('holidays');
    expect(field({ exceptions: { '21.02.2026': [] } })).toBe('exceptions.21.02.2026');
    expect(field({ exceptions: { '2026-02-21': [['09:00', '08:00']] } })).toBe('exceptions.2026-02-21[0]');
    expect(checkCalendar(null)).toMatchObject({ ok: false, field: '' });
  });

  it('puts intervals in order and adds what is missing', () => {
    const hours = {
      mon: [
        ['13:00', '24:00'],
        ['00:00', '12:00'],
      ],
    };
    expect(checkCalendar({ tz: 'Asia/Tokyo', hours })).toEqual({
      ok: true,
      calendar: {
        tz: 'Asia/Tokyo',
        hours: {
          mon: [
            ['00:00', '12:00'],
            ['13:00', '24:00'],
          ],
        },
        holidays: [],
        exceptions: {},
      },
    });
  });
});
