import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { companies } from './identity';

/**
 * Which articles people of a company opened on a page of the host application, and which of them helped, by day. Who they were
 * is not kept: a reader stands for one person on one day.
 */
export const pageNeeds = pgTable(
  'page_needs',
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    /** With `*` in place of what names one object. */
    route: text().notNull(),
    articleNumber: integer().notNull(),
    readers: text().array().notNull(),
    /** Readers whom it helped. */
    helped: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.day, table.route, table.articleNumber] }),
    index('page_needs_route').on(table.route, table.day),
    index('page_needs_day').on(table.day),
  ],
);
