import { CHECK_KINDS, LINK_PROBLEMS } from '@beseda/shared/protocol/kb-checks';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Locale, orNull, Text } from './answer-parts';

const Day = Type.String({ format: 'date' });
const Row = closed({
  number: Count,
  locale: Locale,
  title: Text,
  owner: orNull(closed({ id: Id, name: Text })),
  checkBy: orNull(Day),
  since: Instant,
  problems: Type.Array(
    closed({
      kind: Type.Enum([...LINK_PROBLEMS]),
      address: Text,
      status: Type.Optional(orNull(Count)),
      checkedAt: Type.Optional(Instant),
    }),
  ),
});
const Outside = closed({ on: Type.Boolean(), addresses: Count, waiting: Count, checkedAt: orNull(Instant) });

/** The answers about articles that want to be looked at. */
export const CHECK_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/kb/checks': {
    200: closed({
      counts: closed(Object.fromEntries(CHECK_KINDS.map((kind) => [kind, Count]))),
      outside: Outside,
      results: Type.Array(Row),
      next: orNull(Type.String()),
    }),
  },
  'POST /api/v1/kb/checks/outside': { 202: Outside },
  'POST /api/v1/kb/articles/:number/checked': { 200: closed({ checkBy: Day }) },
};
