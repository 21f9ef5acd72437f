import type { DayMark } from '@beseda/shared/domain/production-calendar';
import type { Priority } from '@beseda/shared/domain/words';
import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, now } from './columns';

/** `[from, to]` in local time, "24:00" allowed. */
export type DayIntervals = readonly (readonly [string, string])[];

/** Days off, worked Saturdays and shortened days of one year, shared by calendars: a production calendar. */
export const daySets = pgTable(
  'day_sets',
  {
    key: text().notNull(),
    year: integer().notNull(),
    days: jsonb().$type<DayMark[]>().notNull(),
    updatedAt: moment().notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.key, table.year] })],
);

/** Business hours. The years of the day set are laid over the definition, whose own days win. */
export const calendars = pgTable('calendars', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  definition: jsonb().$type<CalendarDefinition>().notNull(),
  daySetKey: text(),
  createdAt: moment().notNull().default(now),
  updatedAt: moment().notNull().default(now),
});

export interface CalendarDefinition {
  tz: string;
  hours: Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', DayIntervals>>;
  holidays?: readonly string[];
  exceptions?: Readonly<Record<string, DayIntervals>>;
}

/** Working seconds; null: nothing is promised. */
export interface SlaTargets {
  firstReaction: number | null;
  nextReaction: number | null;
  resolution: number | null;
}

/** What is promised, in which hours. `byPriority` overrides single targets. */
export const slaPolicies = pgTable('sla_policies', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  calendarId: uuid()
    .notNull()
    .references(() => calendars.id, { onDelete: 'restrict' }),
  targets: jsonb().$type<SlaTargets>().notNull(),
  byPriority: jsonb().$type<Partial<Record<Priority, Partial<SlaTargets>>>>().notNull().default({}),
  createdAt: moment().notNull().default(now),
  updatedAt: moment().notNull().default(now),
});

/** Companies name their plan by `key`; one that is not here stands for the default plan, if there is one. */
export const plans = pgTable(
  'plans',
  {
    key: text().primaryKey(),
    nameRu: text().notNull(),
    nameEn: text().notNull(),
    policyId: uuid()
      .notNull()
      .references(() => slaPolicies.id, { onDelete: 'restrict' }),
    /** Has a team or an agent of its own. */
    dedicated: boolean().notNull().default(false),
    isDefault: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    updatedAt: moment().notNull().default(now),
  },
  (table) => [uniqueIndex('plans_default').on(table.isDefault).where(sql`${table.isDefault}`)],
);
