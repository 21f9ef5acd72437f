import type { Locale, NoticeKind, OutgoingKind, OutgoingState } from '@beseda/shared/domain/words';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { conversations } from './conversations';
import { agents, companies } from './identity';

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
    kind: text().$type<OutgoingKind>().notNull(),
    state: text().$type<OutgoingState>().notNull().default('waiting'),
    companyId: uuid(),
    conversationId: uuid(),
    /** Of an answer: whom it is for, the requester or a follower. */
    personId: uuid(),
    /** Of a notice: whom it is for. */
    agentId: uuid(),
    recipient: text().notNull(),
    data: jsonb().$type<Record<string, string | number>>().notNull(),
    messageId: text().notNull().unique(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    dueAt: moment().notNull(),
    createdAt: moment().notNull().default(now),
    sentAt: moment(),
    /** When a report came that it was not delivered after all. */
    bouncedAt: moment(),
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
    index('mail_outbox_newest').on(table.createdAt, table.id),
    index('mail_outbox_state').on(table.state, table.createdAt, table.id),
    uniqueIndex('mail_outbox_notice')
      .on(table.conversationId, table.agentId)
      .where(sql`${table.state} = 'waiting' and ${table.kind} = 'notice'`),
    uniqueIndex('mail_outbox_answer')
      .on(table.conversationId, table.personId)
      .where(sql`${table.state} = 'waiting' and ${table.kind} = 'answer'`),
  ],
);

/**
 * Addresses that mail did not reach, in lower case. While `markedAt` stands nothing more is sent there; until then its
 * `failures`, one after the other, are counted.
 */
export const bouncedAddresses = pgTable('bounced_addresses', {
  address: text().primaryKey(),
  status: text(),
  failures: integer().notNull().default(0),
  lastAt: moment().notNull(),
  markedAt: moment(),
});

/** What admins made of a mail's text; without a row it is the shipped one. */
export const mailTemplates = pgTable(
  'mail_templates',
  {
    key: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    updatedBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
    updatedAt: moment().notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.key, table.locale] })],
);

/** What an agent is to know of a ticket: by mail, when they have not looked at it in time. */
export const agentNotices = pgTable(
  'agent_notices',
  {
    id: uuid().primaryKey(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    kind: text().$type<NoticeKind>().notNull(),
    /** The event that it is about; null: a clock's, which ends at `dueAt`. */
    seq: integer(),
    dueAt: moment(),
    createdAt: moment().notNull().default(now),
    seenAt: moment(),
  },
  (table) => [
    index('agent_notices_unseen').on(table.conversationId, table.agentId).where(sql`${table.seenAt} is null`),
    index('agent_notices_agent').on(table.agentId),
  ],
);
