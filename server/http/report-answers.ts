import { VOTE_REASONS } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Locale, orNull, Text } from './answer-parts';

const period = { from: Text, to: Text };
const Article = { number: Count, title: Text, url: Text };
const Queries = closed({
  ...period,
  results: Type.Array(
    closed({
      query: Text,
      locale: Locale,
      people: Count,
      asked: Count,
      refused: Count,
      tickets: Type.Array(Count),
      shown: Type.Array(closed(Article)),
      weight: Count,
    }),
  ),
});
const Articles = closed({
  ...period,
  results: Type.Array(
    closed({
      ...Article,
      locale: Locale,
      shown: Count,
      opened: Count,
      helped: Count,
      refused: Count,
      asked: Count,
      passed: Count,
      yes: Count,
      no: Count,
    }),
  ),
});
const Numbers = Type.Array(Count);
const TicketSearches = closed({
  results: Type.Array(
    closed({
      at: Instant,
      kind: Type.Enum(['search', 'draft']),
      query: Text,
      shown: Numbers,
      opened: Numbers,
      refused: Numbers,
    }),
  ),
});
const Reason = Type.Enum([...VOTE_REASONS]);
const Votes = closed({
  ...period,
  results: Type.Array(
    closed({
      ...Article,
      locale: Locale,
      yes: Count,
      no: Count,
      reasons: Type.Array(closed({ reason: Reason, count: Count })),
      comments: Type.Array(closed({ text: Text, reason: orNull(Reason), at: Instant })),
    }),
  ),
});
const Companies = closed({ results: Type.Array(closed({ id: Id, name: Text })) });
const File = Type.String({ contentMediaType: 'text/csv' });

export const REPORT_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/kb/reports/queries': { 200: Queries },
  'GET /api/v1/kb/reports/queries.csv': { 200: File },
  'GET /api/v1/kb/reports/articles': { 200: Articles },
  'GET /api/v1/kb/reports/articles.csv': { 200: File },
  'GET /api/v1/tickets/:number/searches': { 200: TicketSearches },
  'GET /api/v1/kb/reports/votes': { 200: Votes },
  'GET /api/v1/kb/reports/votes.csv': { 200: File },
  'GET /api/v1/kb/reports/companies': { 200: Companies },
};
