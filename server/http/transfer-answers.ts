import { LOCALES } from '@beseda/shared/domain/words';
import { IMPORT_SOURCES } from '@beseda/shared/protocol/article-transfer';
import { type TSchema, Type } from 'typebox';
import { Count, closed, orNull, Text } from './answer-parts';

const Article = closed({
  number: Count,
  locale: Type.Enum([...LOCALES]),
  title: Text,
  outcome: Type.Enum(['created', 'updated', 'unchanged', 'conflict', 'skipped']),
  draft: Type.Boolean(),
});
const Report = closed({
  from: Type.Enum([...IMPORT_SOURCES]),
  dryRun: Type.Boolean(),
  created: Count,
  updated: Count,
  unchanged: Count,
  skipped: Count,
  redirects: Count,
  files: Count,
  snippets: Count,
  articles: Type.Array(Article),
  moreArticles: Count,
  remarks: Type.Array(
    closed({ file: Text, line: orNull(Count), id: orNull(Text), reason: Text, skipped: Type.Boolean() }),
  ),
  more: Count,
});

export const TRANSFER_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'POST /api/v1/kb/import': { 200: Report },
  'GET /api/v1/kb/export': { 200: Type.String({ contentMediaType: 'application/zip' }) },
};
