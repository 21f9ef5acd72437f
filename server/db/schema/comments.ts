import type { CommentState, Locale } from '@beseda/shared/domain/words';
import { sql } from 'drizzle-orm';
import { type AnyPgColumn, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { agents, people } from './identity';

/** What readers write under an article, and what agents answer: `answerTo` names the comment. */
export const articleComments = pgTable(
  'article_comments',
  {
    id: uuid().primaryKey(),
    articleNumber: integer().notNull(),
    locale: text().$type<Locale>().notNull(),
    answerTo: uuid().references((): AnyPgColumn => articleComments.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    companyId: uuid(),
    agentId: uuid().references(() => agents.id, { onDelete: 'set null' }),
    text: text().notNull(),
    state: text().$type<CommentState>().notNull(),
    createdAt: moment().notNull().default(now),
    decidedBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    decidedAt: moment(),
  },
  (table) => [
    index('article_comments_article').on(table.articleNumber, table.createdAt),
    index('article_comments_state')
      .on(table.state, table.createdAt, table.id)
      .where(sql`${table.answerTo} is null`),
    index('article_comments_answers').on(table.answerTo),
    index('article_comments_person').on(table.personId, table.createdAt),
  ],
);
