import { PRIORITIES } from '@beseda/shared/domain/words';
import {
  type PolicyCard,
  TARGET_NAMES,
  type Targets,
  type TargetsByPriority,
} from '@beseda/shared/protocol/rules';
import { readLine } from '../audit/read-line';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

/** What an admin sets of a policy. */
export interface PolicyFields {
  name: string;
  calendarId: string;
  targets: Targets;
  byPriority: TargetsByPriority;
}

/** What was given laid over what there is; the targets of priorities as a whole. Refuses with `invalid_input`. */
export async function readPolicyFields(
  tx: Transaction,
  given: Partial<PolicyFields>,
  before: PolicyFields,
): Promise<PolicyFields> {
  const { calendarId = before.calendarId, targets = before.targets, byPriority = before.byPriority } = given;
  const known = await tx.sql`select from calendars where id = ${calendarId} for share`;
  if (known.length === 0) {
    throw new Refusal('invalid_input', 'There is no such calendar.', { field: 'calendarId' });
  }
  return {
    name: given.name === undefined ? before.name : readLine(given.name, 'name', 100),
    calendarId,
    ...inOrder(targets, byPriority),
  };
}

/** Priorities that have nothing of their own are left out. */
function inOrder(targets: Targets, byPriority: TargetsByPriority) {
  const pick = <T extends Partial<Targets>>(given: T): T =>
    Object.fromEntries(
      TARGET_NAMES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    ) as T;
  const own = PRIORITIES.map((priority) => [priority, pick(byPriority[priority] ?? {})] as const);
  return {
    targets: pick(targets),
    byPriority: Object.fromEntries(
      own.filter(([, given]) => Object.keys(given).length > 0),
    ) as TargetsByPriority,
  };
}

export function fieldsOfPolicy({ name, calendar, targets, byPriority }: PolicyCard): PolicyFields {
  return { name, calendarId: calendar.id, ...inOrder(targets, byPriority) };
}

/** By target, in hours and minutes, so that the history says what changed. */
export function describePolicy({ name, calendar, targets, byPriority }: PolicyCard) {
  const known: [string, string | null][] = TARGET_NAMES.map((target) => [target, hoursOf(targets[target])]);
  for (const priority of PRIORITIES) {
    for (const target of TARGET_NAMES) {
      const seconds = byPriority[priority]?.[target];
      if (seconds !== undefined) known.push([`${priority}.${target}`, hoursOf(seconds) ?? 'not promised']);
    }
  }
  return { name, calendar: calendar.name, ...Object.fromEntries(known) };
}

function hoursOf(seconds: number | null): string | null {
  if (seconds === null) return null;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
