import { expect, it } from 'vitest';
import { type Calendar, compileCalendar, explainDue, type Pause } from './open-hours';
import { tellSteps } from './tell-steps';

const HOUR = 3_600_000;
const at = (time: string) => Date.parse(`2026-${time}:00+03:00`);
const calendar: Calendar = {
  tz: 'Europe/Moscow',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '20:00']]])),
  holidays: ['2026-11-04'],
  exceptions: { '2026-11-03': [['08:00', '19:00']] },
};
const hours = compileCalendar(calendar);

function tell(start: string, length: number, pauses: Pause[] = [], locale: 'ru' | 'en' = 'ru'): string {
  const steps = explainDue(hours, at(start), length * HOUR, pauses);
  return tellSteps({ steps, targetSeconds: length * 3600, locale, tz: 'Europe/Moscow' });
}

const waited: Pause = { from: at('11-26T09:00'), to: at('11-26T10:10'), reason: 'pending' };

it('is one line from the start to the deadline', () => {
  expect(tell('11-26T08:40', 2)).toBe('08:40 чт + 2 ч рабочего времени → 10:40 чт');
  expect(tell('11-26T08:40', 2, [waited])).toBe(
    '08:40 чт + 2 ч рабочего времени; пауза 1 ч 10 мин: ждали ответа → 11:50 чт',
  );
  expect(tell('11-26T08:40', 2, [waited], 'en')).toBe(
    '08:40 Thu + 2 h of working time; pause of 1 h 10 min: waited for an answer → 11:50 Thu',
  );
});

it('names what did not count: nights, weekends, days off, days of their own', () => {
  expect(tell('11-27T19:30', 2)).toBe(
    '19:30 пт + 2 ч рабочего времени; нерабочие часы не считаются; выходные не считаются → 09:30 пн',
  );
  expect(tell('11-03T18:30', 1)).toBe(
    '18:30 вт + 1 ч рабочего времени; нерабочие часы не считаются; 4 ноября: выходной по календарю; 3 ноября: особый день → 08:30 чт',
  );
});

it('says what it waits for where it stands still, and the date where the day is not enough', () => {
  expect(tell('11-26T08:40', 2, [{ ...waited, to: null }])).toBe(
    '08:40 чт + 2 ч рабочего времени → стоит: ждали ответа',
  );
  expect(tell('11-26T08:40', 80)).toMatch(/^08:40 чт, 26 нояб? \+ 80 ч/);
});
