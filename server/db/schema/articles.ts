import type { Evidence } from '@beseda/shared/domain/event';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

export const sections = pgTable(
  'sections',
  {
    number: integer().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.number, table.locale] }),
    uniqueIndex('sections_title').on(table.locale, table.title),
  ],
);

/** An article in one locale; the same number in another locale is its translation. */
export const articles = pgTable(
  'articles',
  {
    number: integer().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    sectionNumber: integer().notNull(),
    keywords: text().array().notNull(),
    routes: text().array().notNull(),
    author: text().notNull(),
    posted: date({ mode: 'string' }).notNull(),
    updated: date({ mode: 'string' }).notNull(),
    visibility: text().$type<'public' | 'staff' | 'agents'>().notNull(),
    body: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.number, table.locale] }),
    uniqueIndex('articles_slug').on(table.locale, table.slug),
    index('articles_section').on(table.locale, table.sectionNumber, table.number),
  ],
);

/** One vote per voter and article: a person, or the visitor id that an anonymous browser made. */
export const articleVotes = pgTable(
  'article_votes',
  {
    articleNumber: integer().notNull(),
    voterId: uuid().notNull(),
    companyId: uuid(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    helpful: boolean().notNull(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.articleNumber, table.voterId] })],
);

/** A draft that an article answered: «It helped», counted once per client id. */
export const deflections = pgTable(
  'deflections',
  {
    personId: uuid().notNull(),
    clientId: uuid().notNull(),
    companyId: uuid().notNull(),
    articleNumber: integer().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    evidence: jsonb().$type<Evidence>().notNull(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.clientId] }),
    index('deflections_article').on(table.articleNumber, table.createdAt),
    index('deflections_created').on(table.createdAt),
  ],
);
