import { type TSchema, Type } from 'typebox';
import { closed, Instant, orNull } from './answer-parts';

const HoursAnswer = Type.Union([
  closed({ due: orNull(Instant) }),
  closed({ elapsedSeconds: Type.Number({ minimum: 0 }) }),
  closed({ at: orNull(Instant) }),
  closed({ open: Type.Boolean() }),
]);

export const CALENDAR_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'POST /api/v1/business-hours/preview': { 200: HoursAnswer },
};
