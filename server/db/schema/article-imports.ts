import type { Locale } from '@beseda/shared/domain/words';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { articleFiles } from './article-files';
import { moment, now } from './columns';

/** Which article of another system is which of ours. */
export const articleImports = pgTable(
  'article_imports',
  {
    source: text().$type<'zendesk' | 'helpscout' | 'kayako'>().notNull(),
    externalId: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    number: integer().notNull(),
    /** Hash of what it said there, when it was last taken in. */
    given: text().notNull(),
    /** Hash of what was made of it here: what differs now was written here. */
    made: text().notNull(),
    importedAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.externalId, table.locale] }),
    index('article_imports_number').on(table.number),
  ],
);

/** Which file a picture of somewhere else has become here, so that nothing is fetched twice. */
export const fetchedPictures = pgTable('fetched_pictures', {
  address: text().primaryKey(),
  fileId: uuid()
    .notNull()
    .references(() => articleFiles.id, { onDelete: 'cascade' }),
  fetchedAt: moment().notNull().default(now),
});
