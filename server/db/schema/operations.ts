import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

/** Rules and secrets of the install, by key. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: moment().notNull().default(now),
});

/** Mail to be sent, written in the transaction that is the reason for it. `messageId` never changes between attempts. */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    id: uuid().primaryKey(),
    kind: text().$type<'answer' | 'confirmation' | 'sign_in' | 'portal' | 'not_served'>().notNull(),
    state: text().$type<'waiting' | 'sending' | 'sent' | 'dropped' | 'dead'>().notNull().default('waiting'),
    companyId: uuid(),
    conversationId: uuid(),
    /** Of an answer: whom it is for, the requester or a follower. */
    personId: uuid(),
    recipient: text().notNull(),
    data: jsonb().$type<Record<string, string | number>>().notNull(),
    messageId: text().notNull().unique(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    dueAt: moment().notNull(),
    createdAt: moment().notNull().default(now),
    sentAt: moment(),
  },
  (table) => [
    index('mail_outbox_due').on(table.dueAt).where(sql`${table.state} in ('waiting', 'sending')`),
    index('mail_outbox_conversation').on(table.conversationId),
    index('mail_outbox_apart').on(table.createdAt).where(sql`${table.conversationId} is null`),
    index('mail_outbox_confirmed')
      .on(sql`lower(${table.recipient})`, table.createdAt)
      .where(sql`${table.kind} = 'confirmation'`),
    index('mail_outbox_portal')
      .on(sql`lower(${table.recipient})`, table.createdAt)
      .where(sql`${table.kind} = 'portal'`),
    uniqueIndex('mail_outbox_answer')
      .on(table.conversationId, table.personId)
      .where(sql`${table.state} = 'waiting' and ${table.kind} = 'answer'`),
  ],
);
