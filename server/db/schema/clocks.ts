import type { AlertKind, ClockKind, PauseReason } from '@beseda/shared/domain/words';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { conversations } from './conversations';
import { agents, companies } from './identity';

export interface ClockPause {
  from: string;
  /** Null: it stands still now. */
  to: string | null;
  reason: PauseReason;
}

/**
 * One promise of a ticket. `dueAt` is null while the clock stands still or its plan has no target any more;
 * open: neither met nor cancelled. `alertLevel` counts the alerts given; the next is due at `nextAlertAt`.
 */
export const clocks = pgTable(
  'clocks',
  {
    id: uuid().primaryKey(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    kind: text().$type<ClockKind>().notNull(),
    targetSeconds: integer().notNull(),
    startedAt: moment().notNull(),
    pauses: jsonb().$type<ClockPause[]>().notNull().default([]),
    dueAt: moment(),
    metAt: moment(),
    breachedAt: moment(),
    cancelledAt: moment(),
    alertLevel: integer().notNull().default(0),
    nextAlertAt: moment(),
  },
  (table) => [
    index('clocks_conversation').on(table.conversationId, table.startedAt),
    index('clocks_alert').on(table.nextAlertAt).where(sql`${table.nextAlertAt} is not null`),
    uniqueIndex('clocks_open')
      .on(table.conversationId, table.kind)
      .where(sql`${table.metAt} is null and ${table.cancelledAt} is null`),
    index('clocks_company_open')
      .on(table.companyId, table.conversationId)
      .where(sql`${table.metAt} is null and ${table.cancelledAt} is null`),
  ],
);

/** What an agent was told about a clock: each once per deadline. */
export const alerts = pgTable(
  'alerts',
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
    clockId: uuid()
      .notNull()
      .references(() => clocks.id, { onDelete: 'cascade' }),
    kind: text().$type<AlertKind>().notNull(),
    dueAt: moment().notNull(),
    createdAt: moment().notNull().default(now),
    seenAt: moment(),
  },
  (table) => [
    uniqueIndex('alerts_once').on(table.clockId, table.dueAt, table.kind, table.agentId),
    index('alerts_agent').on(table.agentId, table.createdAt.desc(), table.id),
    index('alerts_conversation').on(table.conversationId),
    index('alerts_created').on(table.createdAt),
  ],
);

/**
 * Open clocks to be reckoned anew since their rules have changed: of one company, or of all. Written by triggers on
 * the tables of the rules; `after` is how far the work has come.
 */
export const clockRecounts = pgTable(
  'clock_recounts',
  {
    id: uuid().primaryKey().defaultRandom(),
    companyId: uuid().references(() => companies.id, { onDelete: 'cascade' }),
    reason: text().$type<'plan' | 'policy' | 'calendar'>().notNull(),
    after: uuid(),
    createdAt: moment().notNull().default(now),
  },
  (table) => [index('clock_recounts_created').on(table.createdAt)],
);
