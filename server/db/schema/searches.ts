import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

/**
 * What somebody looked for and what came of it: a search, or a draft as it stood at the end. Texts are masked. `visitor` stands
 * for one person or address on one day, so that nobody counts twice and nobody can be followed.
 */
export const articleSearches = pgTable(
  'article_searches',
  {
    id: uuid().primaryKey(),
    at: moment().notNull().default(now),
    kind: text().$type<'search' | 'draft'>().notNull(),
    place: text().$type<'page' | 'panel' | 'portal'>().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    companyId: uuid(),
    visitor: text().notNull(),
    query: text().notNull(),
    /** Queries of the same words have the same one. */
    queryKey: text().notNull(),
    shown: integer().array().notNull(),
    opened: integer().array().notNull(),
    refused: integer().array().notNull(),
    outcome: text().$type<'none' | 'opened' | 'helped' | 'asked'>().notNull(),
    /** What helped. */
    articleNumber: integer(),
    /** What was asked anyway. */
    ticketNumber: integer(),
  },
  (table) => [
    index('article_searches_at').on(table.at),
    index('article_searches_key').on(table.locale, table.queryKey),
    index('article_searches_visitor').on(table.visitor),
    index('article_searches_ticket').on(table.ticketNumber).where(sql`${table.ticketNumber} is not null`),
  ],
);

/** What is left of searches that are kept no longer: queries that several people had, by day, without who they were. */
export const articleSearchDays = pgTable(
  'article_search_days',
  {
    day: date({ mode: 'string' }).notNull(),
    kind: text().$type<'search' | 'draft'>().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    queryKey: text().notNull(),
    query: text().notNull(),
    visitors: integer().notNull(),
    /** Of them: nothing was shown; something was and nothing opened; something was refused; it helped; it was asked. */
    notFound: integer().notNull(),
    ignored: integer().notNull(),
    refused: integer().notNull(),
    helped: integer().notNull(),
    asked: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind, table.locale, table.queryKey] })],
);

/** What happened with an article on a day. */
export const articleDays = pgTable(
  'article_days',
  {
    day: date({ mode: 'string' }).notNull(),
    articleNumber: integer().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull(),
    /** Stood among the results. */
    shown: integer().notNull().default(0),
    opened: integer().notNull().default(0),
    helped: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    /** A ticket was opened although it had been read. */
    asked: integer().notNull().default(0),
    /** A ticket was opened, and it had been shown and not read. */
    passed: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.articleNumber, table.locale] }),
    index('article_days_article').on(table.articleNumber, table.locale),
  ],
);
