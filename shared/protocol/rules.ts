import type { Calendar } from '../domain/open-hours';
import type { DayMark } from '../domain/production-calendar';
import type { ClockKind, Priority } from '../domain/words';

/** What admins set of the rules of support, over REST. Nothing here is for requesters. */
export interface CalendarCard {
  id: string;
  name: string;
  calendar: Calendar;
  /** The day set that is laid over it. */
  daySetKey: string | null;
  /** Names, the first 20 of each. */
  usedBy: { policies: string[]; companies: string[]; phoneNumbers: string[] };
  updatedAt: string;
}

export const TARGET_NAMES = ['firstReaction', 'nextReaction', 'resolution'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];
/** Working seconds; null: nothing is promised. */
export type Targets = Record<TargetName, number | null>;
/** What a priority has otherwise; what is left out is as for all. */
export type TargetsByPriority = Partial<Record<Priority, Partial<Targets>>>;

export interface PolicyCard {
  id: string;
  name: string;
  calendar: { id: string; name: string };
  targets: Targets;
  byPriority: TargetsByPriority;
  usedBy: { plans: string[] };
  updatedAt: string;
}

export interface PlanCard {
  /** The companies' name for it, in tokens and imports. */
  key: string;
  nameRu: string;
  nameEn: string;
  policy: { id: string; name: string };
  /** Has a team or an agent of its own. */
  dedicated: boolean;
  /** Stands for plans that are unknown. */
  isDefault: boolean;
  position: number;
  usedBy: { companies: string[] };
  updatedAt: string;
}

export interface DaySetRow {
  key: string;
  years: { year: number; days: number; updatedAt: string }[];
  usedBy: { calendars: string[] };
}

export interface DaySetYear {
  key: string;
  year: number;
  days: DayMark[];
  updatedAt: string;
}

/**
 * What becomes of one deadline. `breached`: it will have passed; `eased`: it had passed, and lies ahead again; `removed`: none
 * will be promised; `added`: none was.
 */
export const PREVIEW_EFFECTS = ['breached', 'earlier', 'removed', 'added', 'later', 'eased'] as const;
export type PreviewEffect = (typeof PREVIEW_EFFECTS)[number];

export interface PreviewRow {
  number: number;
  subject: string;
  company: string;
  clock: ClockKind;
  from: string | null;
  to: string | null;
  effect: PreviewEffect;
}

/** What a change of the rules would do to open tickets. Counts are of tickets. */
export interface RulesPreview {
  open: number;
  /** How many of them were reckoned: the newest, where there are very many. */
  reckoned: number;
  moved: number;
  breached: number;
  eased: number;
  /** Stand still, and have no deadline until they run again. */
  paused: number;
  /** The deadlines that change, the worst first, 50 at most. */
  results: PreviewRow[];
}
