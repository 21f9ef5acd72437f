import { READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { AuditRow } from './admin-answers';
import { Count, closed, Id, Nothing, orNull, page, Text } from './answer-parts';

const Rule = {
  visibility: Type.Enum([...VISIBILITIES]),
  plans: Type.Array(Text),
  roles: Type.Array(Type.Enum([...READER_ROLES])),
};
const byLocale = (text: TSchema) => closed({ ru: Type.Optional(text), en: Type.Optional(text) });
const Headings = byLocale(closed({ title: Text, lead: Text, url: Text }));
const Draft = orNull(Type.Enum(['draft', 'review']));

const Tree = closed({
  categories: Type.Array(closed({ number: Count, ...Rule, texts: Headings })),
  sections: Type.Array(
    closed({ number: Count, ...Rule, category: orNull(Count), routes: Type.Array(Text), texts: Headings }),
  ),
  articles: Type.Array(
    closed({
      number: Count,
      ...Rule,
      section: orNull(Count),
      owner: orNull(Id),
      checkBy: orNull(Text),
      texts: byLocale(closed({ title: Text, url: orNull(Text), draft: Draft })),
    }),
  ),
  plans: Type.Array(closed({ key: Text, nameRu: Text, nameEn: Text })),
});
const Made = closed({ number: Count });

/** The answers of the table of contents as agents keep it. */
export const CONTENTS_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/kb/tree': { 200: Tree },
  'POST /api/v1/kb/categories': { 201: Made },
  'PATCH /api/v1/kb/categories/:number': { 200: Made },
  'DELETE /api/v1/kb/categories/:number': { 204: Nothing },
  'POST /api/v1/kb/sections': { 201: Made },
  'PATCH /api/v1/kb/sections/:number': { 200: Made },
  'DELETE /api/v1/kb/sections/:number': { 204: Nothing },
  'PUT /api/v1/kb/order': { 204: Nothing },
  'GET /api/v1/kb/articles/:number/changes': { 200: page(AuditRow) },
  'POST /api/v1/kb/articles/move': { 200: closed({ changed: Count }) },
};
