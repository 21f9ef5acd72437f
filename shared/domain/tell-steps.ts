import type { ClosedReason, DueStep } from './open-hours';
import type { Locale } from './words';

const MINUTE = 60_000;
const DAY = 86_400_000;

const TEXTS = {
  ru: {
    work: (span: string) => `${span} рабочего времени`,
    hours: 'нерабочие часы не считаются',
    weekend: 'выходные не считаются',
    holiday: (days: string) => `${days}: выходной по календарю`,
    exception: (days: string) => `${days}: особый день`,
    pause: (span: string, why: string) => `пауза ${span}: ${why}`,
    reasons: { pending: 'ждали ответа', acceptance: 'ждали приёмки', solved: 'было решено' },
    stands: (why: string) => `стоит: ${why}`,
    never: 'рабочего времени больше не будет',
    hour: 'ч',
    minute: 'мин',
  },
  en: {
    work: (span: string) => `${span} of working time`,
    hours: 'hours outside of work do not count',
    weekend: 'weekends do not count',
    holiday: (days: string) => `${days}: a day off by the calendar`,
    exception: (days: string) => `${days}: an exceptional day`,
    pause: (span: string, why: string) => `pause of ${span}: ${why}`,
    reasons: { pending: 'waited for an answer', acceptance: 'waited for acceptance', solved: 'was solved' },
    stands: (why: string) => `stands still: ${why}`,
    never: 'there will be no working time any more',
    hour: 'h',
    minute: 'min',
  },
} as const;

export interface StepsInput {
  steps: readonly DueStep[];
  targetSeconds: number;
  locale: Locale;
  /** IANA name of the zone that the hours are in. */
  tz: string;
}

/**
 * A deadline explains itself in a line: «08:40 чт + 2 ч рабочего времени; выходные не считаются; пауза 1 ч 10 мин: ждали
 * ответа → 11:50 пн». Empty without steps.
 */
export function tellSteps({ steps, targetSeconds, locale, tz }: StepsInput): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first?.kind !== 'start' || !last) return '';
  const texts = TEXTS[locale];
  const far = last.kind === 'due' && last.at - first.at >= 6 * DAY;
  const moment = (at: number) => tellMoment(at, { locale, tz, far });
  const parts = [
    `${moment(first.at)} + ${texts.work(tellLength(targetSeconds * 1000, locale))}`,
    ...tellClosed(steps, locale),
    ...tellPauses(steps, locale),
  ];
  const end = last.kind === 'due' ? moment(last.at) : tellStandstill(steps, locale);
  return `${parts.join('; ')} → ${end}`;
}

function tellClosed(steps: readonly DueStep[], locale: Locale): string[] {
  const texts = TEXTS[locale];
  const days = new Map<ClosedReason, Set<string>>();
  for (const step of steps) {
    if (step.kind !== 'closed') continue;
    for (const { date, reason } of step.days) days.set(reason, (days.get(reason) ?? new Set()).add(date));
  }
  const named = (reason: ClosedReason) =>
    [...(days.get(reason) ?? [])].map((date) => tellDate(date, locale)).join(', ');
  return [
    ...(days.has('hours') ? [texts.hours] : []),
    ...(days.has('weekend') ? [texts.weekend] : []),
    ...(days.has('holiday') ? [texts.holiday(named('holiday'))] : []),
    ...(days.has('exception') ? [texts.exception(named('exception'))] : []),
  ];
}

function tellPauses(steps: readonly DueStep[], locale: Locale): string[] {
  const texts = TEXTS[locale];
  return steps.flatMap((step) =>
    step.kind === 'paused' && step.to !== null
      ? [texts.pause(tellLength(step.openMs, locale), tellReasons(step.reasons, locale))]
      : [],
  );
}

function tellStandstill(steps: readonly DueStep[], locale: Locale): string {
  const texts = TEXTS[locale];
  const last = steps.findLast((step) => step.kind === 'paused');
  return last?.kind === 'paused' && last.to === null
    ? texts.stands(tellReasons(last.reasons, locale))
    : texts.never;
}

function tellReasons(reasons: readonly string[], locale: Locale): string {
  const known: Readonly<Record<string, string>> = TEXTS[locale].reasons;
  return [...new Set(reasons.map((reason) => known[reason] ?? reason))].join(', ');
}

/** «1 ч 10 мин»; never less than a minute. */
export function tellLength(ms: number, locale: Locale): string {
  const { hour, minute } = TEXTS[locale];
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} ${hour}` : '', rest > 0 ? `${rest} ${minute}` : ''].filter(Boolean).join(' ');
}

function tellMoment(at: number, { locale, tz, far }: { locale: Locale; tz: string; far: boolean }): string {
  const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone: tz }).format(at);
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: tz }).format(at);
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: tz }).format(at);
  return far ? `${time} ${day}, ${date.replace('.', '')}` : `${time} ${day}`;
}

function tellDate(date: string, locale: Locale): string {
  const at = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}
