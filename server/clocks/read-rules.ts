import {
  type Calendar,
  checkCalendar,
  compileCalendar,
  type OpenHours,
} from '@beseda/shared/domain/open-hours';
import { applyDaySets, type DaySet } from '@beseda/shared/domain/production-calendar';
import type { ClockKind } from '@beseda/shared/domain/words';
import type { TargetName, Targets, TargetsByPriority } from '@beseda/shared/protocol/rules';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import type { SettingsReader } from '../settings/read-settings';
import type { ServiceLevels } from './service-levels';

/** The rules of support as they are stored. */
export interface Rules {
  calendars: { id: string; definition: unknown; daySetKey: string | null }[];
  daySets: DaySet[];
  policies: { id: string; calendarId: string; targets: Targets; byPriority: TargetsByPriority }[];
  plans: { key: string; isDefault: boolean; policyId: string }[];
  escalateMs: number;
}

const MOST_CALENDARS = 500;
const TARGETS = {
  first_reaction: 'firstReaction',
  next_reaction: 'nextReaction',
  resolution: 'resolution',
} as const satisfies Record<ClockKind, TargetName>;

export async function loadRules(database: Database, settings: SettingsReader): Promise<Rules> {
  const minutes = await settings.get('alerts.escalate_minutes');
  return database.inTransaction(SYSTEM, async ({ sql }) => {
    const [calendars, daySets, policies, plans] = await Promise.all([
      sql<Rules['calendars']>`select id, definition, day_set_key as "daySetKey" from calendars`.execute(),
      sql<DaySet[]>`select key, year, days from day_sets order by key, year`.execute(),
      sql<Rules['policies']>`
        select id, calendar_id as "calendarId", targets, by_priority as "byPriority" from sla_policies`.execute(),
      sql<Rules['plans']>`
        select key, is_default as "isDefault", policy_id as "policyId" from plans`.execute(),
    ]);
    return { calendars, daySets, policies, plans, escalateMs: minutes * 60_000 };
  });
}

/** What each company is promised under these rules. */
export function readLevels(rules: Rules, compile: (calendar: Calendar) => OpenHours): ServiceLevels {
  const calendars = new Map(rules.calendars.map((row) => [row.id, readCalendar(row, rules.daySets)]));
  const policies = new Map(rules.policies.map((policy) => [policy.id, policy]));
  const plans = new Map(rules.plans.map((plan) => [plan.key, plan]));
  const fallback = rules.plans.find(({ isDefault }) => isDefault);
  return {
    hoursOf(calendarId) {
      const calendar = calendars.get(calendarId);
      return calendar ? compile(calendar) : null;
    },
    of({ plan: key, calendarId, calendarExceptions }) {
      const plan = plans.get(key ?? '') ?? fallback;
      const policy = plan && policies.get(plan.policyId);
      const calendar = policy && calendars.get(calendarId ?? policy.calendarId);
      if (!calendar) return null;
      const hours = compile(withExceptions(calendar, calendarExceptions));
      return {
        hours,
        escalateMs: rules.escalateMs,
        targetOf: (kind, priority) =>
          ({ ...policy.targets, ...policy.byPriority[priority] })[TARGETS[kind]] ?? null,
      };
    },
  };
}

function withExceptions(calendar: Calendar, exceptions: Calendar['exceptions']): Calendar {
  if (Object.keys(exceptions).length === 0) return calendar;
  return { ...calendar, exceptions: { ...calendar.exceptions, ...exceptions } };
}

/** Calendars are checked where they are saved; one that no runtime reads any more promises nothing. */
function readCalendar(
  { definition, daySetKey }: Rules['calendars'][number],
  daySets: readonly DaySet[],
): Calendar | null {
  const checked = checkCalendar(definition);
  if (!checked.ok) return null;
  return applyDaySets(
    checked.calendar,
    daySets.filter(({ key }) => key === daySetKey),
  );
}

/** Compiled calendars keep what they have found: one for each wording, however often the rules are read. */
export function createCompiler(): (calendar: Calendar) => OpenHours {
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
