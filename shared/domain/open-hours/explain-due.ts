import { dateOfDay } from './calendar';
import type { OpenHours, Span } from './compile-calendar';
import { mergePauses, type Pause, type Standstill, walkOpen, walkWorked } from './worked-spans';

/**
 * Why a local date was closed for a while: `hours`: before, between or after that day's hours; `weekend`: a weekday
 * without hours; `holiday`: a day off; `exception`: an exceptional day that is closed, or outside of its hours.
 */
export type ClosedReason = 'hours' | 'weekend' | 'holiday' | 'exception';

/**
 * One step on the way from the start to the due instant; instants and lengths in ms. `to: null`: without an end.
 * `openMs`: the working time that a pause took away; pauses that took none are left out.
 */
export type DueStep =
  | { kind: 'start'; at: number }
  | { kind: 'closed'; from: number; to: number | null; days: { date: string; reason: ClosedReason }[] }
  | { kind: 'worked'; from: number; to: number; ms: number }
  | { kind: 'paused'; from: number; to: number | null; openMs: number; reasons: string[] }
  | { kind: 'due'; at: number }
  | { kind: 'never' };

/** The computation of `dueAt`, told as steps that follow each other without a hole. */
export function explainDue(
  hours: OpenHours,
  start: number,
  durationMs: number,
  pauses: readonly Pause[] = [],
): DueStep[] {
  const standstills = mergePauses(pauses);
  const steps: DueStep[] = [{ kind: 'start', at: start }];
  let [left, cursor] = [durationMs, start];
  for (const { from, to } of walkWorked(hours, start, standstills)) {
    if (from > cursor) steps.push(...explainGap(hours, { from: cursor, to: from }, standstills));
    const ms = Math.min(left, to - from);
    cursor = from + ms;
    if (ms > 0) addWorked(steps, from, ms);
    if (left <= to - from) return [...steps, { kind: 'due', at: cursor }];
    left -= ms;
  }
  return [...steps, ...explainEnd(hours, cursor, standstills), { kind: 'never' }];
}

function addWorked(steps: DueStep[], from: number, ms: number): void {
  const last = steps.at(-1);
  if (last?.kind !== 'worked') steps.push({ kind: 'worked', from, to: from + ms, ms });
  else steps[steps.length - 1] = { ...last, to: from + ms, ms: last.ms + ms };
}

/** Time that did not count: pauses where they took working time, else the calendar. */
function explainGap(hours: OpenHours, gap: Span, standstills: readonly Standstill[]): DueStep[] {
  const steps: DueStep[] = [];
  let { from } = gap;
  for (const pause of standstills) {
    const [begin, end] = [Math.max(pause.from, from), Math.min(pause.to, gap.to)];
    const openMs = begin < end ? sumOpen(hours, begin, end) : 0;
    if (openMs === 0) continue;
    if (from < begin) steps.push(explainClosed(hours, { from, to: begin }));
    steps.push({ kind: 'paused', from: begin, to: end, openMs, reasons: pause.reasons });
    from = end;
  }
  if (from < gap.to) steps.push(explainClosed(hours, { from, to: gap.to }));
  return steps;
}

function explainClosed(hours: OpenHours, { from, to }: Span): DueStep {
  const days: { date: string; reason: ClosedReason }[] = [];
  for (let day = hours.localDayOf(from); day <= hours.localDayOf(to - 1); day++) {
    const rule = hours.ruleOf(day);
    const weekend = rule.from === 'hours' && rule.intervals.length === 0;
    days.push({ date: dateOfDay(day), reason: weekend ? 'weekend' : rule.from });
  }
  return { kind: 'closed', from, to, days };
}

/** What stands after the last worked moment where nothing will ever be due. */
function explainEnd(hours: OpenHours, cursor: number, standstills: readonly Standstill[]): DueStep[] {
  const last = standstills.at(-1);
  if (last?.to !== Number.POSITIVE_INFINITY) return [{ kind: 'closed', from: cursor, to: null, days: [] }];
  const from = Math.max(last.from, cursor);
  return [
    ...(cursor < from ? explainGap(hours, { from: cursor, to: from }, standstills) : []),
    { kind: 'paused', from, to: null, openMs: 0, reasons: last.reasons },
  ];
}

function sumOpen(hours: OpenHours, from: number, to: number): number {
  let sum = 0;
  for (const span of walkOpen(hours, from)) {
    if (span.from >= to) break;
    sum += Math.min(span.to, to) - span.from;
  }
  return sum;
}
