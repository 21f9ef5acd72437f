import { RATING_SCORES } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Instant, orNull, page, Text } from './answer-parts';

const share = orNull(Type.Number({ minimum: 0, maximum: 1 }));
const counts = { good: Count, bad: Count, declined: Count, share };

const RatingReport = closed({
  from: Text,
  to: Text,
  total: closed(counts),
  results: Type.Array(closed({ key: orNull(Text), name: orNull(Text), ...counts })),
});

const RatedTicket = closed({
  ticket: closed({ number: Count, subject: Text }),
  score: Type.Enum([...RATING_SCORES]),
  comment: Text,
  at: Instant,
  requester: Text,
  company: Text,
  agent: orNull(Text),
});

export const RATING_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/ratings': { 200: page(RatedTicket) },
  'GET /api/v1/ratings/report': { 200: RatingReport },
};
