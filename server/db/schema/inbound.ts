import type { MailClass, MailState, MailWay } from '@beseda/shared/domain/words';
import type { UnderstoodMail } from '@beseda/shared/protocol/inbound-mails';
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { conversations } from './conversations';
import { agents, companies, people } from './identity';

/** Mail as it came in: the raw bytes lie in the file store under `sha256`. `fingerprint` is the same for the same mail by any way. */
export const inboundMails = pgTable(
  'inbound_mails',
  {
    id: uuid().primaryKey(),
    way: text().$type<MailWay>().notNull(),
    state: text().$type<MailState>().notNull().default('received'),
    reason: text(),
    /** Of `parked`: what went wrong, without a word of the mail. */
    detail: text(),
    class: text().$type<MailClass>(),
    /** The machine that handed it over, and whom the envelope names; a null sender is ''. */
    remote: text(),
    helo: text(),
    envelopeFrom: text(),
    envelopeTo: text().array().notNull(),
    /** Null: its ticket was deleted, and its bytes with it. */
    sha256: text(),
    size: bigint({ mode: 'number' }).notNull(),
    messageId: text(),
    fingerprint: text(),
    mail: jsonb().$type<UnderstoodMail>(),
    conversationId: uuid().references(() => conversations.id, { onDelete: 'set null' }),
    companyId: uuid().references(() => companies.id, { onDelete: 'set null' }),
    attempts: integer().notNull().default(0),
    /** Of `received`: when it is tried (again). */
    dueAt: moment().notNull(),
    receivedAt: moment().notNull().default(now),
    settledAt: moment(),
  },
  (table) => [
    index('inbound_mails_due').on(table.dueAt).where(sql`${table.state} = 'received'`),
    index('inbound_mails_newest').on(table.receivedAt, table.id),
    index('inbound_mails_state').on(table.state, table.receivedAt, table.id),
    index('inbound_mails_same').on(table.fingerprint),
    index('inbound_mails_message').on(table.messageId),
    index('inbound_mails_sha256').on(table.sha256),
    index('inbound_mails_conversation').on(table.conversationId),
    uniqueIndex('inbound_mails_fingerprint')
      .on(table.fingerprint)
      .where(sql`${table.state} in ('received', 'stored', 'parked')`),
  ],
);

/** What stands behind the plus in `support+TOKEN@`: one reader of one conversation. */
export const replyAddresses = pgTable(
  'reply_addresses',
  {
    token: text().primaryKey(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    agentId: uuid().references(() => agents.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    check('reply_addresses_reader', sql`num_nonnulls(${table.personId}, ${table.agentId}) = 1`),
    uniqueIndex('reply_addresses_person')
      .on(table.conversationId, table.personId)
      .where(sql`${table.personId} is not null`),
    uniqueIndex('reply_addresses_agent')
      .on(table.conversationId, table.agentId)
      .where(sql`${table.agentId} is not null`),
  ],
);
