import type { Locale, ReaderRole, Visibility } from '@beseda/shared/domain/words';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

/** For whom something is. No plans and no roles: for everybody whom `visibility` lets in. */
export const audience = () => ({
  visibility: text().$type<Visibility>().notNull().default('public'),
  plans: text().array().notNull().default([]),
  roles: text().array().$type<ReaderRole[]>().notNull().default([]),
});

const heading = () => ({
  number: integer().notNull(),
  locale: text().$type<Locale>().notNull(),
  slug: text().notNull(),
  title: text().notNull(),
  /** What it is about, in a sentence or two. */
  lead: text().notNull().default(''),
});

export const categories = pgTable('categories', heading(), (table) => [
  primaryKey({ columns: [table.number, table.locale] }),
]);

/** What a category is in all its locales. */
export const categoryPlaces = pgTable('category_places', {
  number: integer().primaryKey(),
  position: integer().notNull(),
  ...audience(),
});

/** A title names one section of a category. */
export const sections = pgTable('sections', heading(), (table) => [
  primaryKey({ columns: [table.number, table.locale] }),
  index('sections_title').on(table.locale, table.title),
]);

export const sectionPlaces = pgTable('section_places', {
  number: integer().primaryKey(),
  /** Null: in no category, after them all. */
  categoryNumber: integer(),
  position: integer().notNull(),
  ...audience(),
  /** Pages of the host application that its articles are about. */
  routes: text().array().notNull().default([]),
});

/** Where an address leads that nothing stands at any more. Paths begin with `/`, are decoded and have no slash at their end. */
export const redirects = pgTable(
  'redirects',
  {
    path: text().primaryKey(),
    kind: text().$type<'article' | 'section' | 'category'>().notNull(),
    number: integer().notNull(),
    /** Null: the reader's own. */
    locale: text().$type<Locale>(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [index('redirects_target').on(table.kind, table.number)],
);
