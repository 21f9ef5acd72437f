import {
  checkCalendar,
  compileCalendar,
  dueAt,
  elapsedMs,
  isOpen,
  nextOpening,
  type Pause,
} from '@beseda/shared/domain/open-hours';
import { describe, expect, it } from 'vitest';
import { type HourCase, readHourCases, writeInstant } from '../testing/read-hour-cases';

const cases = readHourCases();

describe.skipIf(cases.length === 0)('working time answers as other systems do', () => {
  it.each(cases.map((one): [string, HourCase] => [`${one.op} ${one.id}`, one]))('%s', (_, one) => {
    expect([one.expect, ...(one.accept ?? [])]).toContainEqual(answer(one));
  });
});

function answer({ op, calendar, start, end = '', duration_s = 0, pauses = [] }: HourCase): object {
  const checked = checkCalendar(calendar);
  if (!checked.ok) return { error: true };
  const hours = compileCalendar(checked.calendar);
  const at = Date.parse(start);
  const stops = pauses.map(
    ([from, to]): Pause => ({ from: Date.parse(from), to: to ? Date.parse(to) : null }),
  );
  switch (op) {
    case 'due':
      return { due: writeInstant(dueAt(hours, at, duration_s * 1_000, stops)) };
    case 'elapsed':
      return { elapsed_s: elapsedMs(hours, at, Date.parse(end), stops) / 1_000 };
    case 'next_open':
      return { at: writeInstant(nextOpening(hours, at)) };
    case 'is_open':
      return { open: isOpen(hours, at) };
    case 'invalid_calendar':
      return { error: false };
  }
}
