import type { Locale } from '@beseda/shared/domain/words';
import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { agents } from './identity';

/** Images, videos and files of articles. Equal bytes are one file: its id is made from them. */
export const articleFiles = pgTable(
  'article_files',
  {
    id: uuid().primaryKey(),
    sha256: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    /** In pixels, of a picture that can be drawn. */
    width: integer(),
    height: integer(),
    uploadedBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    index('article_files_created').on(table.createdAt, table.id),
    index('article_files_sha256').on(table.sha256),
  ],
);

/** A piece of text that articles refer to by `{{snippet:KEY}}`; the same key in another locale is its translation. */
export const articleSnippets = pgTable(
  'article_snippets',
  {
    id: uuid().primaryKey(),
    key: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    updatedBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    updatedAt: moment().notNull().default(now),
  },
  (table) => [uniqueIndex('article_snippets_key').on(table.locale, table.key)],
);
