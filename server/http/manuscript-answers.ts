import { LOCALES, READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import { type TSchema, Type } from 'typebox';
import { Count, closed, Id, Instant, Locale, Nothing, orNull, page, Text } from './answer-parts';

const Day = Type.String({ format: 'date' });
const Agent = orNull(closed({ id: Id, name: Text }));
const Visibility = Type.Enum([...VISIBILITIES]);
const State = Type.Enum(['draft', 'review']);

const text = {
  title: Text,
  slug: orNull(Text),
  sectionNumber: orNull(Count),
  keywords: Type.Array(Text),
  routes: Type.Array(Text),
  visibility: Visibility,
  plans: Type.Array(Text),
  roles: Type.Array(Type.Enum([...READER_ROLES])),
  author: Text,
  body: Text,
  translatedFrom: orNull(Locale),
  translatedVersion: orNull(Count),
};

const Published = closed({ ...text, version: Count, url: Text, posted: Day, updated: Day });
const Draft = closed({
  ...text,
  state: State,
  revision: Count,
  baseVersion: orNull(Count),
  review: orNull(closed({ by: Agent, at: Instant })),
  schedule: orNull(closed({ at: Instant, by: Agent, note: orNull(Text) })),
  publishProblem: orNull(Type.Enum(['incomplete', 'slug_taken', 'article_changed'])),
  source: orNull(closed({ ticket: Type.Optional(Count), query: Type.Optional(Text) })),
  editedBy: Agent,
  editedAt: Instant,
});

const Translation = closed({
  locale: Locale,
  title: Text,
  version: orNull(Count),
  draft: orNull(State),
  translatedFrom: orNull(Locale),
  translatedVersion: orNull(Count),
});

const Manuscript = closed({
  number: Count,
  locale: Locale,
  published: orNull(Published),
  draft: orNull(Draft),
  translations: Type.Array(Translation, { maxItems: LOCALES.length }),
  place: closed({ owner: Agent, checkBy: orNull(Day) }),
  mayPublish: Type.Boolean(),
});

const ManuscriptRow = closed({
  number: Count,
  locale: Locale,
  title: Text,
  section: orNull(closed({ number: Count, title: Text })),
  visibility: Visibility,
  version: orNull(Count),
  draft: orNull(State),
  publishAt: orNull(Instant),
  owner: Agent,
  checkBy: orNull(Day),
  changedAt: Instant,
  changedBy: Agent,
});

const about = { version: Count, publishedBy: Agent, publishedAt: Instant, note: orNull(Text) };
const VersionRow = closed({ ...about, title: Text });
const VersionText = closed({ ...about, ...text, posted: Day, updated: Day });

const base = '/api/v1/kb/articles';
const one = `${base}/:number/:locale`;

/** The answers of what agents write articles with. */
export const MANUSCRIPT_ANSWERS: Readonly<Record<string, Readonly<Record<number, TSchema | null>>>> = {
  [`GET ${base}`]: { 200: page(ManuscriptRow) },
  [`POST ${base}`]: { 201: closed({ number: Count, revision: Count }) },
  [`POST ${base}/from-ticket`]: { 201: closed({ number: Count, locale: Locale }) },
  [`GET ${one}`]: { 200: Manuscript },
  [`PUT ${one}/draft`]: { 200: closed({ revision: Count, scheduled: Type.Boolean() }) },
  [`DELETE ${one}/draft`]: { 204: Nothing },
  [`PUT ${one}/editing`]: { 200: closed({ others: Type.Array(closed({ name: Text, since: Instant })) }) },
  [`DELETE ${one}/editing`]: { 204: Nothing },
  [`POST ${one}/review`]: { 204: Nothing },
  [`DELETE ${one}/review`]: { 204: Nothing },
  [`POST ${one}/publish`]: {
    200: closed({ version: orNull(Count), url: orNull(Text), publishAt: orNull(Instant) }),
  },
  [`DELETE ${one}/publish`]: { 204: Nothing },
  [`POST ${one}/unpublish`]: { 204: Nothing },
  [`GET ${one}/versions`]: { 200: page(VersionRow) },
  [`GET ${one}/versions/:version`]: { 200: VersionText },
  [`POST ${one}/versions/:version/restore`]: { 200: closed({ revision: Count }) },
};
