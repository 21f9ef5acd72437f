import { describe, expect, it } from 'vitest';
import { type Calendar, compileCalendar, type DueStep, dueAt, explainDue, type Pause } from '../open-hours';

const HOUR = 3_600_000;
const at = (time: string) => Date.parse(`2026-${time}:00+03:00`);
const calendar: Calendar = {
  tz: 'Europe/Moscow',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((name) => [name, [['08:00', '20:00']]])),
  holidays: ['2026-03-09'],
  exceptions: { '2026-03-06': [['08:00', '19:00']] },
};
const hours = compileCalendar(calendar);

/** Checks what is true of every explanation on the way. */
function explain(start: number, durationMs: number, pauses: Pause[] = []): DueStep[] {
  const steps = explainDue(hours, start, durationMs, pauses);
  let cursor = start;
  for (const step of steps) {
    if ('from' in step) {
      expect(step.from).toBe(cursor);
      cursor = step.to ?? cursor;
    }
  }
  const last = steps.at(-1);
  const due = dueAt(hours, start, durationMs, pauses);
  expect(last).toEqual(due === null ? { kind: 'never' } : { kind: 'due', at: due });
  return steps;
}

describe('explainDue', () => {
  it('tells of a short day, a weekend, a holiday and the morning of the next day', () => {
    expect(explain(at('03-06T18:30'), HOUR)).toEqual([
      { kind: 'start', at: at('03-06T18:30') },
      { kind: 'worked', from: at('03-06T18:30'), to: at('03-06T19:00'), ms: HOUR / 2 },
      {
        kind: 'closed',
        from: at('03-06T19:00'),
        to: at('03-10T08:00'),
        days: [
          { date: '2026-03-06', reason: 'exception' },
          { date: '2026-03-07', reason: 'weekend' },
          { date: '2026-03-08', reason: 'weekend' },
          { date: '2026-03-09', reason: 'holiday' },
          { date: '2026-03-10', reason: 'hours' },
        ],
      },
      { kind: 'worked', from: at('03-10T08:00'), to: at('03-10T08:30'), ms: HOUR / 2 },
      { kind: 'due', at: at('03-10T08:30') },
    ]);
  });

  it('tells of pauses with their reasons and the working time they took, and not of those that took none', () => {
    const pauses = [
      { from: at('03-04T09:00'), to: at('03-04T10:10'), reason: 'pending' },
      { from: at('03-04T10:00'), to: at('03-04T11:00'), reason: 'acceptance' },
      { from: at('03-04T19:30'), to: at('03-05T09:00'), reason: 'pending' },
      { from: at('03-05T22:00'), to: at('03-05T23:00'), reason: 'pending' },
    ];
    const steps = explain(at('03-04T08:40'), 20 * HOUR, pauses);
    expect(steps.map((step) => step.kind)).toEqual([
      'start',
      'worked',
      'paused',
      'worked',
      'paused',
      'worked',
      'closed',
      'worked',
      'due',
    ]);
    expect(steps[2]).toMatchObject({ openMs: 2 * HOUR, reasons: ['pending', 'acceptance'] });
    expect(steps[4]).toMatchObject({ to: at('03-05T09:00'), openMs: 1.5 * HOUR, reasons: ['pending'] });
  });

  it('ends in never, with the pause or the calendar that is the cause', () => {
    const pauses = [{ from: at('03-04T20:30'), to: null, reason: 'pending' }];
    expect(explain(at('03-04T19:00'), 2 * HOUR, pauses).slice(1)).toEqual([
      { kind: 'worked', from: at('03-04T19:00'), to: at('03-04T20:00'), ms: HOUR },
      {
        kind: 'closed',
        from: at('03-04T20:00'),
        to: at('03-04T20:30'),
        days: [{ date: '2026-03-04', reason: 'hours' }],
      },
      { kind: 'paused', from: at('03-04T20:30'), to: null, openMs: 0, reasons: ['pending'] },
      { kind: 'never' },
    ]);
    const shut = compileCalendar({ ...calendar, hours: {}, exceptions: {} });
    expect(explainDue(shut, 0, HOUR).slice(1)).toEqual([
      { kind: 'closed', from: 0, to: null, days: [] },
      { kind: 'never' },
    ]);
  });

  it('is one piece of work around the clock', () => {
    const always = compileCalendar({
      ...calendar,
      hours: Object.fromEntries(
        Object.keys({ mon: 0, tue: 0, wed: 0 }).map((name) => [name, [['00:00', '24:00']]]),
      ),
      holidays: [],
      exceptions: {},
    });
    const start = at('03-02T12:00');
    expect(explainDue(always, start, 48 * HOUR).map(({ kind }) => kind)).toEqual(['start', 'worked', 'due']);
  });
});
