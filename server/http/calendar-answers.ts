import { type TSchema, Type } from 'typebox';
import { DAY_SET_OUTCOMES } from '../calendars/import-day-sets';
import { Count, closed, Instant, orNull, Text } from './answer-parts';

const HoursAnswer = Type.Union([
  closed({ due: orNull(Instant) }),
  closed({ elapsedSeconds: Type.Number({ minimum: 0 }) }),
  closed({ at: orNull(Instant) }),
  closed({ open: Type.Boolean() }),
]);

const ImportedYear = closed({
  key: Text,
  year: Count,
  days: Count,
  outcome: Type.Enum([...DAY_SET_OUTCOMES]),
});

export const CALENDAR_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'POST /api/v1/business-hours/preview': { 200: HoursAnswer },
  'POST /api/v1/day-sets': { 200: closed({ results: Type.Array(ImportedYear) }) },
};
