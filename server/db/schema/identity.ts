import type { AppTheme } from '@beseda/shared/domain/app-theme';
import type { NoticeKind, PersonMail } from '@beseda/shared/domain/words';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, now } from './columns';
import { calendars, type DayIntervals } from './service-levels';

/** One embedding site. `theme` holds what the loader and the panel draw with. */
export const apps = pgTable('apps', {
  id: uuid().primaryKey(),
  key: text().notNull().unique(),
  name: text().notNull(),
  origins: text().array().notNull(),
  theme: jsonb().$type<Partial<AppTheme>>().notNull().default({}),
  /** Whether plan and region in its tokens are believed; else an admin sets them. */
  trustedClaims: boolean().notNull().default(false),
  /** Since when nobody is let in through it; null: people are. */
  disabledAt: moment(),
  /** Its last session that is no longer a row, and the origin of the last that came from one. */
  seenAt: moment(),
  seenOrigin: text(),
  createdAt: moment().notNull().default(now),
});

/**
 * Several active secrets per app let product teams rotate. `material`: shared secret, or a public key in PEM. `usedAt`:
 * the last session of it that is no longer a row.
 */
export const appSecrets = pgTable(
  'app_secrets',
  {
    id: uuid().primaryKey(),
    appId: uuid()
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    kid: text().notNull(),
    algorithm: text().$type<'HS256' | 'ES256' | 'EdDSA'>().notNull(),
    material: text().notNull(),
    createdAt: moment().notNull().default(now),
    usedAt: moment(),
    retiredAt: moment(),
  },
  (table) => [uniqueIndex('app_secrets_kid').on(table.appId, table.kid)],
);

/** Sites that asked for an app and are none of its origins, so that an admin who forgot one sees it. A few per app. */
export const refusedOrigins = pgTable(
  'refused_origins',
  {
    appId: uuid()
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    origin: text().notNull(),
    times: integer().notNull(),
    lastAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.appId, table.origin] })],
);

/**
 * A customer of the vendor: the tenant. `externalId` is the vendor's own id, from the token. `calendarId` takes the place
 * of its plan's calendar, `calendarExceptions` are laid over either; `teamId` or `agentId` gets its tickets first.
 */
export const companies = pgTable(
  'companies',
  {
    id: uuid().primaryKey(),
    externalId: text().notNull().unique(),
    name: text().notNull(),
    plan: text(),
    region: text(),
    distributorSupportUrl: text(),
    /** Whoever writes from an address of these is on its staff; apart by commas. */
    mailDomains: text(),
    calendarId: uuid().references(() => calendars.id, { onDelete: 'restrict' }),
    calendarExceptions: jsonb().$type<Record<string, DayIntervals>>().notNull().default({}),
    teamId: uuid().references(() => teams.id, { onDelete: 'set null' }),
    agentId: uuid().references(() => agents.id, { onDelete: 'set null' }),
    /** Since when nobody of it is served; null: it is. */
    suspendedAt: moment(),
    createdAt: moment().notNull().default(now),
    updatedAt: moment().notNull().default(now),
  },
  (table) => [index('companies_name').on(sql`${table.name} collate "und-x-icu"`, table.id)],
);

/** A requester is (company, `sub`) across the install. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    sub: text().notNull(),
    name: text().notNull(),
    email: text(),
    role: text().$type<'staff' | 'manager' | 'distributor'>().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull().default('ru'),
    createdAt: moment().notNull().default(now),
    seenAt: moment().notNull().default(now),
    /** Since when they are served no more; null: they are. */
    blockedAt: moment(),
    /** Kinds of mail that they do not want. */
    mailOff: text().array().$type<PersonMail[]>().notNull().default([]),
  },
  (table) => [
    index('people_name').on(sql`${table.name} collate "und-x-icu"`, table.id),
    uniqueIndex('people_company_sub').on(table.companyId, table.sub),
    index('people_email').on(sql`lower(${table.email})`),
  ],
);

export const agents = pgTable(
  'agents',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    role: text().$type<'agent' | 'admin'>().notNull(),
    locale: text().$type<'ru' | 'en'>().notNull().default('ru'),
    passwordHash: text(),
    /** The telephone on this agent's desk, as the telephone system names it. */
    extension: text(),
    disabled: boolean().notNull().default(false),
    /** How many open tickets are given to them by rules at most. */
    capacity: integer().notNull().default(20),
    languages: text().array().$type<('ru' | 'en')[]>().notNull().default(['ru', 'en']),
    /** Absent until then. */
    awayUntil: moment(),
    /** Last at the desk. */
    seenAt: moment(),
    /** Last given a ticket by rules: the next goes to somebody else who has no more to do. */
    routedAt: moment(),
    /** Kinds of mail that they do not want. */
    mailOff: text().array().$type<NoticeKind[]>().notNull().default([]),
    createdAt: moment().notNull().default(now),
  },
  (table) => [
    uniqueIndex('agents_email').on(sql`lower(${table.email})`),
    uniqueIndex('agents_extension').on(table.extension),
  ],
);

export const teams = pgTable('teams', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  createdAt: moment().notNull().default(now),
});

export const teamMembers = pgTable(
  'team_members',
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.agentId] }),
    index('team_members_agent').on(table.agentId),
  ],
);

/** What a token, a sign-in link or a password is exchanged for. Only the hash of the bearer's secret is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    secretHash: text().notNull().unique(),
    kind: text().$type<'requester' | 'agent'>().notNull(),
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    companyId: uuid().references(() => companies.id, { onDelete: 'cascade' }),
    agentId: uuid().references(() => agents.id, { onDelete: 'cascade' }),
    appId: uuid().references(() => apps.id, { onDelete: 'cascade' }),
    /** Which secret of the app its token was signed with, and the page's origin where the browser told it. */
    kid: text(),
    origin: text(),
    /** What a requester writes by it comes in through this. */
    channel: text().$type<'widget' | 'portal'>().notNull().default('widget'),
    /** The support centre's, kept in a cookie, that this one was made by: both end together. */
    parentId: uuid().references((): AnyPgColumn => sessions.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().default(now),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    index('sessions_app').on(table.appId, table.createdAt),
    index('sessions_person').on(table.personId),
    index('sessions_parent').on(table.parentId),
    index('sessions_agent').on(table.agentId),
    index('sessions_expiry').on(table.expiresAt),
  ],
);

export const signInLinks = pgTable(
  'sign_in_links',
  {
    secretHash: text().primaryKey(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().default(now),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('sign_in_links_agent').on(table.agentId)],
);

/** One-time links by mail that lead requesters to «Мои обращения». */
export const portalLinks = pgTable(
  'portal_links',
  {
    secretHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().default(now),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('portal_links_person').on(table.personId)],
);

/** Hosts' tokens that have opened a session of the support centre: none does so twice. Kept until they expire. */
export const spentTokens = pgTable('spent_tokens', {
  hash: text().primaryKey(),
  expiresAt: moment().notNull(),
});

export const apiTokens = pgTable('api_tokens', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  secretHash: text().notNull().unique(),
  agentId: uuid()
    .notNull()
    .references(() => agents.id, { onDelete: 'cascade' }),
  createdAt: moment().notNull().default(now),
  revokedAt: moment(),
});
