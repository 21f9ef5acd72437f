import type { Calendar, OpenHours } from '@beseda/shared/domain/open-hours';
import type { ClockKind, Priority } from '@beseda/shared/domain/words';
import type { Database } from '../db/connect';
import type { SettingsReader } from '../settings/read-settings';
import { createCompiler, loadRules, readLevels } from './read-rules';

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

/** After this long every node knows of a change. */
export const RULES_KEPT_MS = 1_500;

export function createServiceLevelReader(
  database: Database,
  settings: SettingsReader,
  now: () => number,
): ServiceLevelReader {
  const compile = createCompiler();
  let kept: { at: number; levels: Promise<ServiceLevels> } | undefined;
  const refresh = () => {
    const levels = loadRules(database, settings).then((rules) => readLevels(rules, compile));
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
