import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

/** Addresses of other sites that stand in published articles, and what was last heard from them. */
export const outsideLinks = pgTable(
  'outside_links',
  {
    address: text().primaryKey(),
    host: text().notNull(),
    /** `waiting` until it has been asked. */
    verdict: text().notNull().default('waiting'),
    /** What it answered; null: nothing. */
    status: integer(),
    /** How often in a row it has not answered as it should. */
    failures: integer().notNull().default(0),
    checkedAt: moment(),
    dueAt: moment().notNull().default(now),
    /** Somebody is asking until then. */
    leasedUntil: moment(),
  },
  (table) => [index('outside_links_due').on(table.dueAt), index('outside_links_host').on(table.host)],
);
