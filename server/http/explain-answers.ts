import {
  MATCHED_FIELDS,
  SCORE_PARTS,
  VERDICT_SIGNS,
  VERDICTS,
  WORD_READINGS,
} from '@beseda/shared/protocol/search-explanation';
import { type TSchema, Type } from 'typebox';
import { Count, closed, orNull, Text } from './answer-parts';

const Reading = closed({ word: Text, kind: Type.Enum([...WORD_READINGS]), fit: Type.Number() });
const Word = closed({
  form: Text,
  stop: Type.Boolean(),
  weight: Type.Number(),
  romanised: Type.Boolean(),
  spelling: orNull(Text),
  readings: Type.Array(Reading),
});
const Article = closed({
  number: Count,
  title: Text,
  url: Text,
  score: Type.Number(),
  pinned: Type.Boolean(),
  onRoute: Type.Boolean(),
  suggested: Type.Boolean(),
  matches: Type.Array(closed({ form: Text, fields: Type.Array(Type.Enum([...MATCHED_FIELDS])) })),
  parts: Type.Array(
    closed({ part: Type.Enum([...SCORE_PARTS]), share: Type.Number(), points: Type.Number() }),
  ),
});
const Gate = closed({
  shown: Type.Boolean(),
  verdict: Type.Enum([...VERDICTS]),
  odds: orNull(Type.Number()),
  least: Type.Number(),
  signs: Type.Array(closed({ sign: Type.Enum([...VERDICT_SIGNS]), odds: Type.Number() })),
});

export const EXPLAIN_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/kb/explain': {
    200: closed({
      understood: Text,
      layout: Type.Boolean(),
      words: Type.Array(Word),
      gate: Gate,
      articles: Type.Array(Article),
    }),
  },
};
