import { type TSchema, Type } from 'typebox';
import { closed, Instant, Locale, orNull, page, Text } from './answer-parts';

const words = { subject: Text, body: Text };
const Template = closed({
  key: Text,
  locale: Locale,
  ...words,
  shipped: closed(words),
  isPart: Type.Boolean(),
  variables: Type.Array(closed({ name: Text, needed: Type.Boolean(), ownParagraph: Type.Boolean() })),
  changedAt: orNull(Instant),
});
const Preview = closed({
  problems: Type.Array(
    closed({
      code: Type.Enum(['unknown_variable', 'missing_variable', 'own_paragraph', 'subject']),
      what: Text,
    }),
  ),
  mail: orNull(closed({ subject: Text, text: Text, html: Text })),
});

export const MAIL_TEMPLATE_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  'GET /api/v1/mail-templates': { 200: page(Template) },
  'PUT /api/v1/mail-templates/:key/:locale': { 200: Template },
  'DELETE /api/v1/mail-templates/:key/:locale': { 200: Template },
  'POST /api/v1/mail-templates/:key/:locale/preview': { 200: Preview },
};
