import type { AppTheme } from '../domain/app-theme';
import type { AuditAction, AuditChanges, AuditKind } from '../domain/audit';
import type { AgentRole, Locale, PersonRole } from '../domain/words';

/** What admins work with over REST. Nothing here is for requesters. */
export interface AuditRow {
  id: number;
  at: string;
  /** Null: the operator's command line. */
  agent: { id: string; name: string } | null;
  object: { kind: AuditKind; id: string; name: string };
  action: AuditAction;
  changes: AuditChanges;
}

export interface SettingRow {
  key: string;
  /** As text, the way it is given back. */
  value: string;
  fallback: string;
}

export interface CompanyRow {
  id: string;
  externalId: string;
  name: string;
  plan: string | null;
  region: string | null;
  suspended: boolean;
}

/** The calendar in place of its plan's; the team or the agent that gets its tickets first. */
export interface CompanyLinks {
  calendar: { id: string; name: string } | null;
  team: { id: string; name: string } | null;
  agent: { id: string; name: string } | null;
}

export interface CompanyCard extends CompanyRow, CompanyLinks {
  distributorSupportUrl: string | null;
  /** Apart by commas: whoever writes from there is on its staff. */
  mailDomains: string | null;
  people: number;
  tickets: number;
  createdAt: string;
  updatedAt: string;
}

export interface TeamCard {
  id: string;
  name: string;
  members: { id: string; name: string }[];
  /** How many are given to it. */
  companies: number;
  /** Its unfinished ones. */
  tickets: number;
}

export interface AgentCard {
  id: string;
  name: string;
  email: string;
  role: AgentRole;
  languages: Locale[];
  /** How many open tickets are given to them by rules at most. */
  capacity: number;
  extension: string | null;
  teams: { id: string; name: string }[];
  /** Acts by an API token and never signs in. */
  program: boolean;
  disabled: boolean;
  online: boolean;
  awayUntil: string | null;
  seenAt: string | null;
  createdAt: string;
  /** Unfinished ones that are theirs. */
  tickets: number;
  /** How many are given to them first. */
  companies: number;
}

/** `teams`: ids. `mail`: the agent gets a link by mail too. */
export interface AgentInvitation {
  email: string;
  /** Without it, the part of the address before the @. */
  name?: string;
  role?: AgentRole;
  languages?: readonly Locale[];
  capacity?: number;
  extension?: string | null;
  teams?: readonly string[];
  mail?: boolean;
}

/** `calendarId`: when somebody is there; null: at any time. `note` stands beside the number. */
export interface PhoneNumberFields {
  region: string;
  number: string;
  note: string;
  calendarId: string | null;
  /** Lower ones stand first. */
  position: number;
}

export interface PhoneNumberCard extends Omit<PhoneNumberFields, 'calendarId'> {
  id: string;
  calendar: { id: string; name: string } | null;
  /** How many of this region see it. */
  companies: number;
  /** Whether somebody is there now. */
  open: boolean;
}

export interface PhoneNumbers {
  results: PhoneNumberCard[];
  next: null;
  calendars: { id: string; name: string }[];
  /** Those that companies have. */
  regions: string[];
}

/** `doomed`: how many the next night removes, up to 10,000; `more`: there are more than that. */
export interface RetentionPreview {
  doomed: number;
  more: boolean;
}

export interface RetentionRule extends RetentionPreview {
  /** The setting's. */
  key: string;
  /** 0: kept for ever. */
  days: number;
  fallback: number;
  /** Fewer days than these are not taken. */
  least: number;
}

export interface RetentionPage {
  results: RetentionRule[];
  /** By rule, what the last night removed. */
  lastRun: { at: string; removed: Record<string, number> } | null;
}

export interface PersonRow {
  id: string;
  /** The vendor's own id, `sub` of the token. */
  sub: string;
  name: string;
  email: string | null;
  role: PersonRole;
  locale: Locale;
  blocked: boolean;
  company: { id: string; name: string };
  seenAt: string;
}

/** An embedding site. */
export interface AppRow {
  id: string;
  key: string;
  name: string;
  /** Exact origins, as a browser sends them. */
  origins: string[];
  /** Whether plan and region in its tokens are believed. */
  trustedClaims: boolean;
  /** Nobody is let in through it. */
  disabled: boolean;
  /** Of the active secrets, oldest first. */
  kids: string[];
  /** When somebody last signed in through it. */
  seenAt: string | null;
}

export interface AppCard extends AppRow {
  theme: AppTheme;
  /** Conversations that were begun through it, and sessions that are open. */
  conversations: number;
  sessions: number;
  /** Origins that people came from, the last first. */
  seen: { origin: string; at: string }[];
  /** Sites that asked for it within a week and are none of its origins. */
  refused: RefusedOrigin[];
  /** Newest first. */
  secrets: AppSecretRow[];
  /** Where the snippet points. */
  publicUrl: string;
  createdAt: string;
}

/** Why an origin is not taken; in `details.reason` of the refusal, beside `origin`. */
export type OriginFault = 'wildcard' | 'shape' | 'path' | 'http';

export interface RefusedOrigin {
  origin: string;
  times: number;
  lastAt: string;
}

/** A secret without what tokens are signed with. */
export interface AppSecretRow {
  kid: string;
  algorithm: 'HS256' | 'ES256' | 'EdDSA';
  createdAt: string;
  /** When somebody last signed in with a token of it, and how many of those sessions are open. */
  usedAt: string | null;
  sessions: number;
  retiredAt: string | null;
}

/** `secret` only where we made one, and only now: it is never shown again. */
export interface AddedAppSecret {
  key: string;
  kid: string;
  algorithm: AppSecretRow['algorithm'];
  secret?: string;
}

/** Why a row of an import was left out. */
export const IMPORT_REASONS = [
  'unreadable',
  'unknown_field',
  'missing',
  'wrong_value',
  'repeated',
  'unknown_company',
  'unknown_plan',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];

export interface ImportBadRow {
  /** In the file, from 1. */
  line: number;
  reason: ImportReason;
  field: string | null;
  message: string;
}

export interface ImportRow {
  line: number;
  name: string;
  outcome: 'created' | 'changed' | 'unchanged';
  changes: AuditChanges;
}

export interface ImportOutcome {
  dryRun: boolean;
  created: number;
  changed: number;
  unchanged: number;
  bad: ImportBadRow[];
  /** What is new or changed, the first 200 of it. */
  rows: ImportRow[];
}
