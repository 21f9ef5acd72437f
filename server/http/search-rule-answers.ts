import { RULE_PROBLEMS } from '@beseda/shared/protocol/search-rules';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Text } from './answer-parts';

const Problems = Type.Array(closed({ code: Type.Enum([...RULE_PROBLEMS]), what: Text }));
const Marks = Type.Array(Type.Array(Count, { minItems: 2, maxItems: 2 }));
const Hits = Type.Array(
  closed({
    number: Count,
    slug: Text,
    title: Text,
    snippet: Text,
    url: Text,
    section: Text,
    marks: Marks,
    titleMarks: Marks,
  }),
);
const Rules = closed({
  synonyms: Type.Array(Type.Array(Text)),
  oneWay: Type.Array(closed({ query: Text, means: Type.Array(Text) })),
  stopWords: Type.Array(Text),
  pins: Type.Array(closed({ query: Text, articles: Type.Array(Count) })),
  off: Type.Array(Text),
  revision: Count,
  shipped: Type.Array(closed({ key: Text, words: Type.Array(Text) })),
  problems: Problems,
});

export const SEARCH_RULE_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/kb/search-rules/:locale': { 200: Rules },
  'PUT /api/v1/kb/search-rules/:locale': { 200: Rules },
  'POST /api/v1/kb/search-rules/:locale/preview': {
    200: closed({ before: Hits, after: Hits, problems: Problems }),
  },
};
