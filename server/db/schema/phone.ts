import type { PageContext } from '@beseda/shared/domain/event';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { conversations } from './conversations';
import { agents, companies, people } from './identity';
import { calendars } from './service-levels';

/** Six digits that a requester reads out: they carry who calls and from which page. Usable once, for a quarter of an hour. */
export const callCodes = pgTable(
  'call_codes',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .unique()
      .references(() => people.id, { onDelete: 'cascade' }),
    conversationId: uuid().references(() => conversations.id, { onDelete: 'cascade' }),
    page: jsonb().$type<PageContext>(),
    text: text().notNull().default(''),
    createdAt: moment().notNull().default(now),
    expiresAt: moment().notNull(),
    takenAt: moment(),
    takenBy: uuid().references(() => agents.id, { onDelete: 'set null' }),
  },
  (table) => [index('call_codes_expiry').on(table.expiresAt)],
);

/** Numbers that people have called from, learnt when an agent said who it was. */
export const personPhones = pgTable(
  'person_phones',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    number: text().notNull(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.number] }),
    index('person_phones_number').on(table.number),
  ],
);

/** A call as the telephone system tells of it; `externalId` is its own name for it. */
export const calls = pgTable(
  'calls',
  {
    id: uuid().primaryKey(),
    externalId: text().notNull().unique(),
    state: text().$type<'ringing' | 'answered' | 'ended' | 'missed'>().notNull(),
    callerNumber: text().notNull(),
    extension: text(),
    companyId: uuid().references(() => companies.id, { onDelete: 'set null' }),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    agentId: uuid().references(() => agents.id, { onDelete: 'set null' }),
    conversationId: uuid().references(() => conversations.id, { onDelete: 'set null' }),
    startedAt: moment().notNull(),
    answeredAt: moment(),
    endedAt: moment(),
    durationSeconds: integer(),
    recordingUrl: text(),
  },
  (table) => [
    index('calls_conversation').on(table.conversationId),
    index('calls_started').on(table.startedAt.desc()),
  ],
);

/** A promise to call back. */
export const callBacks = pgTable(
  'call_backs',
  {
    id: uuid().primaryKey(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    number: text().notNull(),
    note: text().notNull().default(''),
    dueAt: moment().notNull(),
    agentId: uuid().references(() => agents.id, { onDelete: 'set null' }),
    createdAt: moment().notNull().default(now),
    doneAt: moment(),
  },
  (table) => [
    uniqueIndex('call_backs_open').on(table.dueAt, table.id).where(sql`${table.doneAt} is null`),
    index('call_backs_conversation').on(table.conversationId),
  ],
);

/** Where companies of a region may call. Without a calendar: at any time. */
export const phoneNumbers = pgTable('phone_numbers', {
  id: uuid().primaryKey(),
  region: text().notNull(),
  number: text().notNull(),
  note: text().notNull().default(''),
  calendarId: uuid().references(() => calendars.id, { onDelete: 'restrict' }),
  position: integer().notNull().default(0),
  createdAt: moment().notNull().default(now),
});
