import type {
  ConversationEvent,
  Evidence,
  FileState,
  MailMark,
  PageContext,
  ShownPromise,
} from '@beseda/shared/domain/event';
import type { Report } from '@beseda/shared/domain/report';
import { sql } from 'drizzle-orm';
import type { ExtraConfigColumn, PgColumn } from 'drizzle-orm/pg-core';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { EventData, StoredLink } from '../../conversations/stored-event';
import { moment, now } from './columns';
import { articleComments } from './comments';
import { agents, apps, companies, people, teams } from './identity';

/** The thread. `lastSeq` is taken under this row's lock; `lastPublicSeq` gives requesters their `prev`. */
export const conversations = pgTable(
  'conversations',
  {
    id: uuid().primaryKey(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    appId: uuid().references(() => apps.id, { onDelete: 'set null' }),
    channel: text().$type<'widget' | 'portal' | 'email' | 'phone'>().notNull(),
    subject: text().notNull(),
    /** In which its requester began it; null: theirs. */
    locale: text().$type<'ru' | 'en'>(),
    page: jsonb().$type<PageContext>(),
    evidence: jsonb().$type<Evidence>(),
    report: jsonb().$type<Report>(),
    links: jsonb().$type<StoredLink[]>().notNull().default([]),
    /** Those of `followers`, kept by a trigger: row-level security asks here. */
    followerIds: uuid().array().notNull().default([]),
    lastSeq: integer().notNull().default(0),
    lastPublicSeq: integer().notNull().default(0),
    /** Everything up to here has been sent to the rooms; the sweeper looks after the rest. */
    publishedSeq: integer().notNull().default(0),
    requesterReadSeq: integer().notNull().default(0),
    agentReadSeq: integer().notNull().default(0),
    lastRequesterSeq: integer().notNull().default(0),
    /** Agents' messages after `requesterReadSeq`. */
    requesterUnread: integer().notNull().default(0),
    /** The last public message, for lists. */
    preview: text().notNull().default(''),
    lastAuthorKind: text().$type<'requester' | 'agent' | 'system'>().notNull().default('requester'),
    lastAuthorName: text().notNull().default(''),
    lastMessageAt: moment().notNull().default(now),
    createdAt: moment().notNull().default(now),
    updatedAt: moment().notNull().default(now),
  },
  (table) => [
    index('conversations_person').on(table.personId, ...newestFirst(table.updatedAt, table.id)),
    index('conversations_company').on(table.companyId, ...newestFirst(table.updatedAt, table.id)),
    index('conversations_unpublished')
      .on(table.updatedAt)
      .where(sql`${table.publishedSeq} < ${table.lastSeq}`),
  ],
);

/** As `order by … desc` has it: an index with its nulls at the other end is never read for that. */
function newestFirst(at: ExtraConfigColumn, tie: ExtraConfigColumn) {
  return [at.desc().nullsFirst(), tie.desc().nullsFirst()] as const;
}

/** Work comes in this order: urgent ones first, then by deadline; with none, by how long somebody waits. */
function workIndexes(
  table: Record<'priority' | 'nextDueAt' | 'waitingSince' | 'number' | 'assigneeId' | 'status', PgColumn>,
) {
  const order = [
    sql`(case when ${table.priority} = 'urgent' then 0 else 1 end)`,
    sql`coalesce(${table.nextDueAt}, ${table.waitingSince}, 'infinity')`,
    table.number,
  ] as const;
  const active = sql`${table.status} in ('open', 'on_hold', 'pending')`;
  return [
    index('tickets_work_open')
      .on(...order)
      .where(sql`${table.status} = 'open'`),
    index('tickets_work_unassigned')
      .on(...order)
      .where(sql`${active} and ${table.assigneeId} is null`),
    index('tickets_work_assignee')
      .on(table.assigneeId, ...order)
      .where(active),
  ];
}

/** The unit of work on a conversation, one to one. Numbers start at 1001. */
export const tickets = pgTable(
  'tickets',
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity({ startWith: 1001 }).unique(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    type: text().$type<'question' | 'problem' | 'task'>(),
    priority: text().$type<'low' | 'normal' | 'high' | 'urgent'>().notNull().default('normal'),
    status: text().$type<'open' | 'pending' | 'on_hold' | 'solved' | 'closed'>().notNull().default('open'),
    assigneeId: uuid().references(() => agents.id, { onDelete: 'set null' }),
    teamId: uuid().references(() => teams.id, { onDelete: 'set null' }),
    waitingSince: moment(),
    /** An agent's first answer. */
    firstAnsweredAt: moment(),
    /** The earliest running clock's, for the queue; null: none runs. */
    nextDueAt: moment(),
    /** What the requester is told of the clocks, as the last event left it. */
    promise: jsonb().$type<ShownPromise>(),
    /** A task said to be done: it counts as accepted then. */
    acceptBy: moment(),
    updatedAt: moment().notNull().default(now),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    ...workIndexes(table),
    index('tickets_active')
      .on(table.conversationId)
      .where(sql`${table.status} in ('open', 'on_hold', 'pending')`),
    index('tickets_accept_by').on(table.acceptBy).where(sql`${table.acceptBy} is not null`),
    index('tickets_pending')
      .on(...newestFirst(table.updatedAt, table.number))
      .where(sql`${table.status} in ('pending', 'on_hold')`),
    index('tickets_solved')
      .on(...newestFirst(table.updatedAt, table.number))
      .where(sql`${table.status} in ('solved', 'closed')`),
    index('tickets_updated').on(...newestFirst(table.updatedAt, table.number)),
    index('tickets_company').on(table.companyId, ...newestFirst(table.updatedAt, table.number)),
    index('tickets_company_status').on(
      table.companyId,
      table.status,
      ...newestFirst(table.updatedAt, table.number),
    ),
  ],
);

/** How a requester was helped: asked once of each ticket. `score` null: they would not say. */
export const ratings = pgTable(
  'ratings',
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    score: text().$type<'good' | 'bad'>(),
    comment: text().notNull().default(''),
    /** Who had the ticket: whom the numbers speak of. */
    agentId: uuid().references(() => agents.id, { onDelete: 'set null' }),
    teamId: uuid().references(() => teams.id, { onDelete: 'set null' }),
    ratedAt: moment().notNull(),
  },
  (table) => [index('ratings_rated').on(...newestFirst(table.ratedAt, table.conversationId))],
);

/** Everything with a `seq`. `data` is the event's own part (from/to); a message's stands in `messages`. */
export const events = pgTable(
  'events',
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    prevPublicSeq: integer().notNull(),
    companyId: uuid().notNull(),
    kind: text().$type<ConversationEvent['kind']>().notNull(),
    audience: text().$type<'all' | 'agents'>().notNull(),
    authorKind: text().$type<'requester' | 'agent' | 'system'>().notNull(),
    authorId: uuid(),
    authorName: text().notNull(),
    data: jsonb().$type<EventData>(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.seq] })],
);

/** `authorId` with `clientId` is unique for ever: repeating a message is safe. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    companyId: uuid().notNull(),
    audience: text().$type<'all' | 'agents'>().notNull(),
    authorId: uuid().notNull(),
    clientId: uuid().notNull(),
    channel: text().$type<'widget' | 'portal' | 'email' | 'phone'>().notNull(),
    text: text().notNull(),
    /** Of a mail: the quoted history and the signature. */
    folded: text(),
    mail: jsonb().$type<MailMark>(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    uniqueIndex('messages_client').on(table.authorId, table.clientId),
    uniqueIndex('messages_seq').on(table.conversationId, table.seq),
  ],
);

/** Colleagues who get a conversation's answers too. */
export const followers = pgTable(
  'followers',
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    companyId: uuid().notNull(),
    readSeq: integer().notNull().default(0),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.personId] }),
    index('followers_person').on(table.personId),
  ],
);

/** A file as one person uploaded it; the bytes lie under their hash. Unlinked until a message takes it. */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid().primaryKey(),
    companyId: uuid(),
    uploaderId: uuid().notNull(),
    clientId: uuid().notNull(),
    messageId: uuid().references(() => messages.id, { onDelete: 'cascade' }),
    /** Of a comment under an article instead of a message. */
    commentId: uuid().references(() => articleComments.id, { onDelete: 'set null' }),
    position: integer().notNull().default(0),
    sha256: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    width: integer(),
    height: integer(),
    state: text().$type<FileState>().notNull().default('ready'),
    /** What the scanner found. */
    threat: text(),
    scanAttempts: integer().notNull().default(0),
    /** While `checking`: not before this. */
    scanDueAt: moment().notNull().default(now),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    uniqueIndex('attachments_client').on(table.uploaderId, table.clientId),
    index('attachments_message').on(table.messageId),
    index('attachments_comment').on(table.commentId).where(sql`${table.commentId} is not null`),
    index('attachments_sha256').on(table.sha256),
    index('attachments_company').on(table.companyId, table.size),
    index('attachments_checking').on(table.scanDueAt).where(sql`${table.state} = 'checking'`),
  ],
);

/** A file on its way in, by parts that lie in the store; its size counts for the company from the start. */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid().primaryKey(),
    companyId: uuid(),
    uploaderId: uuid().notNull(),
    clientId: uuid().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    received: integer().notNull().default(0),
    /** Names of the parts, in order. */
    parts: jsonb().$type<string[]>().notNull().default([]),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    uniqueIndex('uploads_client').on(table.uploaderId, table.clientId),
    index('uploads_company').on(table.companyId, table.size),
    index('uploads_created').on(table.createdAt),
  ],
);
