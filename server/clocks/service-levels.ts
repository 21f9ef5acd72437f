import {
  type Calendar,
  checkCalendar,
  compileCalendar,
  type OpenHours,
} from '@beseda/shared/domain/open-hours';
import { applyDaySets, type DaySet } from '@beseda/shared/domain/production-calendar';
import type { ClockKind, Priority } from '@beseda/shared/domain/words';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import type { SettingsReader } from '../settings/read-settings';

/** What one company is promised, and in which hours. */
export interface ServiceLevel {
  hours: OpenHours;
  /** While nobody answers, the next ones are alerted each time this much working time has passed. */
  escalateMs: number;
  /** Working seconds; null: nothing is promised. */
  targetOf(kind: ClockKind, priority: Priority): number | null;
}

/** What of a company decides about its service level. */
export interface CompanyTerms {
  plan: string | null;
  calendarId: string | null;
  calendarExceptions: Calendar['exceptions'];
}

export interface ServiceLevels {
  /** Null: the company's plan is unknown and there is no default plan. */
  of(terms: CompanyTerms): ServiceLevel | null;
  /** The hours of one calendar; null: there is none. */
  hoursOf(calendarId: string): OpenHours | null;
}

export interface ServiceLevelReader {
  /** The rules as they stood at most 2 s ago, on every node. Ask before a transaction, not in it. */
  get(): Promise<ServiceLevels>;
  /** Read anew. */
  refresh(): Promise<ServiceLevels>;
}

type Targets = Record<'firstReaction' | 'nextReaction' | 'resolution', number | null>;

interface Rules {
  calendars: { id: string; definition: unknown; daySets: DaySet[] | null }[];
  plans: {
    key: string;
    isDefault: boolean;
    calendarId: string;
    targets: Targets;
    byPriority: Partial<Record<Priority, Partial<Targets>>>;
  }[];
  escalateMs: number;
}

/** After this long every node knows of a change. */
export const RULES_KEPT_MS = 1_500;
const MOST_CALENDARS = 500;
const TARGETS = {
  first_reaction: 'firstReaction',
  next_reaction: 'nextReaction',
  resolution: 'resolution',
} as const satisfies Record<ClockKind, keyof Targets>;

export function createServiceLevelReader(
  database: Database,
  settings: SettingsReader,
  now: () => number,
): ServiceLevelReader {
  const compile = createCompiler();
  let kept: { at: number; levels: Promise<ServiceLevels> } | undefined;
  const refresh = () => {
    const levels = load(database, settings).then((rules) => readLevels(rules, compile));
    levels.catch(() => {
      kept = undefined;
    });
    kept = { at: now(), levels };
    return levels;
  };
  return {
    refresh,
    get: () => (kept && Math.abs(now() - kept.at) <= RULES_KEPT_MS ? kept.levels : refresh()),
  };
}

function readLevels(rules: Rules, compile: (calendar: Calendar) => OpenHours): ServiceLevels {
  const calendars = new Map(rules.calendars.map((row) => [row.id, readCalendar(row)]));
  const plans = new Map(rules.plans.map((plan) => [plan.key, plan]));
  const fallback = rules.plans.find(({ isDefault }) => isDefault);
  return {
    hoursOf(calendarId) {
      const calendar = calendars.get(calendarId);
      return calendar ? compile(calendar) : null;
    },
    of({ plan: key, calendarId, calendarExceptions }) {
      const plan = plans.get(key ?? '') ?? fallback;
      const calendar = plan && calendars.get(calendarId ?? plan.calendarId);
      if (!calendar) return null;
      const hours = compile(withExceptions(calendar, calendarExceptions));
      return {
        hours,
        escalateMs: rules.escalateMs,
        targetOf: (kind, priority) =>
          ({ ...plan.targets, ...plan.byPriority[priority] })[TARGETS[kind]] ?? null,
      };
    },
  };
}

function withExceptions(calendar: Calendar, exceptions: Calendar['exceptions']): Calendar {
  if (Object.keys(exceptions).length === 0) return calendar;
  return { ...calendar, exceptions: { ...calendar.exceptions, ...exceptions } };
}

/** Calendars are checked where they are saved; one that no runtime reads any more promises nothing. */
function readCalendar({ definition, daySets }: Rules['calendars'][number]): Calendar | null {
  const checked = checkCalendar(definition);
  return checked.ok ? applyDaySets(checked.calendar, daySets ?? []) : null;
}

/** Compiled calendars keep what they have found: one for each wording, however often the rules are read. */
function createCompiler(): (calendar: Calendar) => OpenHours {
  const compiled = new Map<string, OpenHours>();
  const keys = new WeakMap<Calendar, OpenHours>();
  return (calendar) => {
    const known = keys.get(calendar);
    if (known) return known;
    const key = JSON.stringify(calendar);
    const hours = compiled.get(key) ?? compileCalendar(calendar);
    if (compiled.size >= MOST_CALENDARS) compiled.clear();
    compiled.set(key, hours);
    keys.set(calendar, hours);
    return hours;
  };
}

async function load(database: Database, settings: SettingsReader): Promise<Rules> {
  const minutes = await settings.get('alerts.escalate_minutes');
  return database.inTransaction(SYSTEM, async ({ sql }) => {
    const calendars = await sql<Rules['calendars']>`
      select c.id, c.definition, (select json_agg(json_build_object('key', d.key, 'year', d.year, 'days', d.days))
        from day_sets d where d.key = c.day_set_key) as "daySets"
      from calendars c`;
    const plans = await sql<Rules['plans']>`
      select p.key, p.is_default as "isDefault", s.calendar_id as "calendarId", s.targets,
        s.by_priority as "byPriority"
      from plans p join sla_policies s on s.id = p.policy_id`;
    return { calendars, plans, escalateMs: minutes * 60_000 };
  });
}
