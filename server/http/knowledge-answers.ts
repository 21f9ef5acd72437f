import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Locale, Nothing, orNull, PersonRef, page, Text } from './answer-parts';

const file = {
  id: Id,
  name: Text,
  type: Text,
  size: Count,
  width: orNull(Count),
  height: orNull(Count),
  url: Text,
};
const FileRow = closed({ ...file, createdAt: Instant, uploadedBy: orNull(PersonRef), uses: Count });

const Use = closed({ number: Count, locale: Locale, title: Text, draft: Type.Boolean() });
const Snippet = closed({
  id: Id,
  key: Text,
  locale: Locale,
  title: Text,
  body: Text,
  updatedAt: Instant,
  updatedBy: orNull(PersonRef),
  usedBy: Type.Array(Use),
});

/** The answers of what agents write articles with. */
export const KNOWLEDGE_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'POST /api/v1/kb/files': { 201: closed(file) },
  'GET /api/v1/kb/files': { 200: page(FileRow) },
  'DELETE /api/v1/kb/files/:id': { 204: Nothing },
  'POST /api/v1/kb/pictures': {
    200: closed({
      results: Type.Array(closed({ address: Text, url: orNull(Text), reason: orNull(Text) })),
      next: Type.Null(),
    }),
  },
  'POST /api/v1/kb/preview': { 200: closed({ html: Text }) },
  'GET /api/v1/kb/snippets': { 200: page(Snippet) },
  'POST /api/v1/kb/snippets': { 201: Snippet },
  'GET /api/v1/kb/snippets/:id': { 200: Snippet },
  'PATCH /api/v1/kb/snippets/:id': { 200: Snippet },
  'DELETE /api/v1/kb/snippets/:id': { 204: Nothing },
};
