import type { Evidence } from '@beseda/shared/domain/event';
import type { Locale, VoteReason } from '@beseda/shared/domain/words';
import { sql } from 'drizzle-orm';
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
import { audience } from './article-tree';
import { moment, now } from './columns';
import { agents } from './identity';

/** The version of the other locale that this text was translated from. */
const translation = () => ({
  translatedFrom: text().$type<Locale>(),
  translatedVersion: integer(),
});

const published = () => ({
  slug: text().notNull(),
  title: text().notNull(),
  sectionNumber: integer().notNull(),
  keywords: text().array().notNull(),
  routes: text().array().notNull(),
  author: text().notNull(),
  posted: date({ mode: 'string' }).notNull(),
  updated: date({ mode: 'string' }).notNull(),
  ...audience(),
  body: text().notNull(),
  ...translation(),
});

/** Published as version `version`; the same number in another locale is its translation. */
export const articles = pgTable(
  'articles',
  {
    number: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    ...published(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.number, table.locale] }),
    uniqueIndex('articles_slug').on(table.locale, table.slug),
    index('articles_section').on(table.locale, table.sectionNumber, table.number),
  ],
);

/** What an article is in all its locales. A row stays when its article goes: no number is given twice. */
export const articlePlaces = pgTable('article_places', {
  number: integer().primaryKey(),
  /** Its place in its section; among equals the number decides. */
  position: integer().notNull(),
  /** Who keeps it fresh. */
  ownerId: uuid().references(() => agents.id, { onDelete: 'set null' }),
  /** When they should look at it again. */
  checkBy: date({ mode: 'string' }),
});

/** Every publication of an article, imports included; published by nobody: by an import. */
export const articleVersions = pgTable(
  'article_versions',
  {
    number: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    version: integer().notNull(),
    ...published(),
    publishedBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    publishedAt: moment().notNull().default(now),
    note: text(),
  },
  (table) => [primaryKey({ columns: [table.number, table.locale, table.version] })],
);

/** What is being written. An article that was never published is this alone. */
export const articleDrafts = pgTable(
  'article_drafts',
  {
    number: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    /** Empty as long as nobody has named it. */
    title: text().notNull(),
    /** Null: made from the title when it is published. */
    slug: text(),
    sectionNumber: integer(),
    keywords: text().array().notNull().default([]),
    routes: text().array().notNull().default([]),
    ...audience(),
    author: text().notNull(),
    body: text().notNull(),
    ...translation(),
    state: text().$type<'draft' | 'review'>().notNull().default('draft'),
    /** Counts what was saved; a save names the one that it knows. */
    revision: integer().notNull().default(1),
    /** The version that it was begun from; null: none is published. */
    baseVersion: integer(),
    /** Who asked for a review, and when; null: nobody does. */
    reviewBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    reviewAt: moment(),
    publishAt: moment(),
    /** In whose name it goes out then, and what its version will be said to be. */
    publishBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    publishNote: text(),
    /** The code of what kept it from going out at its time. */
    publishProblem: text(),
    /** What it was made from: a ticket, a query that found nothing. */
    source: jsonb().$type<Record<string, unknown>>(),
    editedBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    editedAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.number, table.locale] }),
    index('article_drafts_due').on(table.publishAt).where(sql`${table.publishAt} is not null`),
  ],
);

/** Who has an article open to write it, as their pages last said: in the database, so that every node knows. */
export const articleEditors = pgTable(
  'article_editors',
  {
    number: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    since: moment().notNull(),
    seenAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.number, table.locale, table.agentId] })],
);

/** One vote per voter and article: a person, or the visitor id that an anonymous browser made. */
export const articleVotes = pgTable(
  'article_votes',
  {
    articleNumber: integer().notNull(),
    voterId: uuid().notNull(),
    companyId: uuid(),
    locale: text().$type<Locale>().notNull(),
    helpful: boolean().notNull(),
    /** Of a «no»: why, and in the reader's words. */
    reason: text().$type<VoteReason>(),
    comment: text().notNull().default(''),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.articleNumber, table.voterId] }),
    index('article_votes_explained')
      .on(table.createdAt, table.voterId)
      .where(sql`${table.reason} is not null or ${table.comment} <> ''`),
  ],
);

/** How often an article was read on a day, and nothing about who read it. */
export const articleViews = pgTable(
  'article_views',
  {
    articleNumber: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    day: date({ mode: 'string' }).notNull(),
    views: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleNumber, table.locale, table.day] }),
    index('article_views_day').on(table.day),
  ],
);

/** A draft that an article answered: «It helped», counted once per client id. */
export const deflections = pgTable(
  'deflections',
  {
    personId: uuid().notNull(),
    clientId: uuid().notNull(),
    companyId: uuid().notNull(),
    articleNumber: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    evidence: jsonb().$type<Evidence>().notNull(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.clientId] }),
    index('deflections_article').on(table.articleNumber, table.createdAt),
    index('deflections_created').on(table.createdAt),
  ],
);
