import { type TSchema, Type } from 'typebox';
import { Count, closed, Marks, orNull, Text } from './answer-parts';

const Hit = closed({
  number: Count,
  title: Text,
  url: Text,
  section: Text,
  snippet: Text,
  marks: Marks,
  titleMarks: Marks,
});

export const FoundPage = closed({
  hits: Type.Array(Hit),
  total: Count,
  all: Count,
  section: orNull(Count),
  sections: Type.Array(closed({ number: Count, title: Text, count: Count })),
  corrected: orNull(Text),
  closest: Type.Array(Hit),
});

export const LOOK_UP_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/articles/look-up': { 200: FoundPage },
};
