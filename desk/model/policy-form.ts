import { type Locale, PRIORITIES, type Priority } from '@beseda/shared/domain/words';
import {
  type PolicyCard,
  TARGET_NAMES,
  type TargetName,
  type Targets,
  type TargetsByPriority,
} from '@beseda/shared/protocol/rules';
import { readDurationText, writeDurationText } from './duration-text';

/** Lengths as they were typed; of a priority, empty is «as for all». */
export type TargetTexts = Record<TargetName, string>;

export interface PolicyForm {
  name: string;
  calendarId: string;
  all: TargetTexts;
  byPriority: Record<Priority, TargetTexts>;
}

/** `none`: how a target is written that a priority does not have. */
export function readPolicyForm(
  { name, calendar, targets, byPriority }: Pick<PolicyCard, 'name' | 'calendar' | 'targets' | 'byPriority'>,
  locale: Locale,
  none: string,
): PolicyForm {
  const write = (seconds: number | null | undefined, missing: string) =>
    seconds === undefined ? '' : seconds === null ? missing : writeDurationText(seconds, locale);
  const texts = (given: Partial<Targets>, missing: string) =>
    Object.fromEntries(TARGET_NAMES.map((target) => [target, write(given[target], missing)])) as TargetTexts;
  return {
    name,
    calendarId: calendar.id,
    all: texts(targets, ''),
    byPriority: Object.fromEntries(
      PRIORITIES.map((priority) => [priority, texts(byPriority[priority] ?? {}, none)]),
    ) as PolicyForm['byPriority'],
  };
}

/** What is sent; null: a length cannot be read yet. */
export function toPolicyPatch(form: PolicyForm) {
  const read = TARGET_NAMES.map((target) => [target, readDurationText(form.all[target])] as const);
  const byPriority: TargetsByPriority = {};
  for (const priority of PRIORITIES) {
    for (const target of TARGET_NAMES) {
      const length = readDurationText(form.byPriority[priority][target]);
      if (length === 'wrong') return null;
      if (length !== 'empty') byPriority[priority] = { ...byPriority[priority], [target]: length };
    }
  }
  if (read.some(([, length]) => length === 'wrong')) return null;
  const targets = Object.fromEntries(
    read.map(([target, length]) => [target, typeof length === 'number' ? length : null]),
  ) as Targets;
  return { name: form.name, calendarId: form.calendarId, targets, byPriority };
}
