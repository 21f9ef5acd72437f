import type { PromiseOutlook } from '../protocol/http';
import type { PromiseEvent, ShownPromise } from './event';
import type { Locale } from './words';

/** Whose clock a time is told by: the reader's zone, with that of the support beside it where it is another. */
export interface Reader {
  locale: Locale;
  /** IANA name; the reader's own. */
  zone: string;
  /** The zone of the support's hours. */
  supportZone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

const DAY = 86_400_000;
const MOSCOW = 'Europe/Moscow';

const TEXTS = {
  ru: {
    moscow: 'МСК',
    today: 'сегодня',
    tomorrow: 'завтра',
    yesterday: 'вчера',
    days: ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'],
    by: (day: string, time: string) => (day ? `${day} до ${time}` : `до ${time}`),
    at: (day: string, time: string) => (day ? `${day} в ${time}` : `в ${time}`),
    open: (due: string) => `Ответим ${due}`,
    shut: (now: string, due: string) => `Сейчас ${now}, мы ответим ${due}`,
    running: { reaction: (due: string) => `Ответим ${due}`, resolution: (due: string) => `Решим ${due}` },
    paused: {
      pending: 'Ждём вашего ответа: срок пока не идёт',
      acceptance: 'Ждём, когда вы примете работу: срок пока не идёт',
      solved: '',
    },
    missed: {
      reaction: (due: string) =>
        `Обещали ответить ${due} и не успели. Специалисты предупреждены, ответим как можно скорее.`,
      resolution: (due: string) =>
        `Обещали решить ${due} и не успели. Специалисты предупреждены, решим как можно скорее.`,
    },
    late: {
      reaction: (due: string, met: string) =>
        `Обещали ответить ${due}, ответили ${met}. Извините за ожидание.`,
      resolution: (due: string, met: string) => `Обещали решить ${due}, решили ${met}. Извините за ожидание.`,
    },
    moved: (due: string, why: string) => `Новый срок: ${due}${why}`,
    stopped: (why: string) => `Срок больше не обещан${why}`,
    whys: { plan: ' (изменился ваш тариф)', calendar: ' (изменились часы работы)' },
  },
  en: {
    moscow: 'MSK',
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    days: ['on Sunday', 'on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday'],
    by: (day: string, time: string) => (day ? `${day} by ${time}` : `by ${time}`),
    at: (day: string, time: string) => (day ? `${day} at ${time}` : `at ${time}`),
    open: (due: string) => `We will answer ${due}`,
    shut: (now: string, due: string) => `It is ${now} now, we will answer ${due}`,
    running: {
      reaction: (due: string) => `We will answer ${due}`,
      resolution: (due: string) => `We will solve this ${due}`,
    },
    paused: {
      pending: 'We are waiting for your answer: the time stands still',
      acceptance: 'We are waiting for you to accept the work: the time stands still',
      solved: '',
    },
    missed: {
      reaction: (due: string) =>
        `We promised an answer ${due} and did not make it. Our agents are alerted and will answer as soon as they can.`,
      resolution: (due: string) =>
        `We promised a solution ${due} and did not make it. Our agents are alerted and will solve this as soon as they can.`,
    },
    late: {
      reaction: (due: string, met: string) =>
        `We promised an answer ${due} and gave it ${met}. Sorry for the wait.`,
      resolution: (due: string, met: string) =>
        `We promised a solution ${due} and gave it ${met}. Sorry for the wait.`,
    },
    moved: (due: string, why: string) => `New time of answer: ${due}${why}`,
    stopped: (why: string) => `No time is promised any more${why}`,
    whys: { plan: ' (your plan has changed)', calendar: ' (our hours have changed)' },
  },
} as const;

/** Beside «Send», before anything is asked: «Сейчас 21:10 МСК, мы ответим завтра до 10:00 МСК». */
export function tellOutlook({ open, dueAt }: PromiseOutlook, reader: Reader): string {
  const texts = TEXTS[reader.locale];
  const due = tellMoment(dueAt, reader, 'by');
  if (open) return texts.open(due);
  return texts.shut(tellSupportClock(new Date(reader.now).toISOString(), reader), due);
}

/** What a ticket's promise is now; empty where there is nothing to say: it was kept, or the ticket rests. */
export function tellPromise(promise: ShownPromise | null, reader: Reader): string {
  if (!promise) return '';
  const { state, dueAt, metAt, reason } = promise;
  const texts = TEXTS[reader.locale];
  const of = promise.kind === 'resolution' ? 'resolution' : 'reaction';
  if (state === 'paused') return reason ? texts.paused[reason] : '';
  if (!dueAt) return '';
  const due = tellMoment(dueAt, reader, 'by');
  if (state === 'met') {
    return metAt && metAt > dueAt ? texts.late[of](due, tellMoment(metAt, reader, 'at')) : '';
  }
  const missed = state === 'missed' || Date.parse(dueAt) < reader.now;
  return missed ? texts.missed[of](due) : texts.running[of](due);
}

/** A line of the thread about a deadline that moved or passed. */
export function tellPromiseChange(event: PromiseEvent, reader: Reader): string {
  const { promise, reason } = event;
  if (promise === undefined) return '';
  const texts = TEXTS[reader.locale];
  if (reason === 'missed') return tellPromise(promise, reader);
  const why = reason === 'plan' || reason === 'calendar' ? texts.whys[reason] : '';
  if (!promise) return texts.stopped(why);
  return promise.dueAt ? texts.moved(tellMoment(promise.dueAt, reader, 'by'), why) : '';
}

/** «завтра до 10:00 МСК»; «завтра до 12:00 (10:00 МСК)» where the reader's clock shows another time. */
export function tellMoment(at: string, reader: Reader, how: 'by' | 'at'): string {
  return TEXTS[reader.locale][how](tellDay(at, reader), tellClock(at, reader));
}

function tellClock(at: string, reader: Reader): string {
  const { zone, supportZone } = reader;
  const own = clock(at, zone);
  const named = tellSupportClock(at, reader);
  if (own === clock(at, supportZone) && dateIn(at, zone) === dateIn(at, supportZone)) return named;
  return `${own} (${named})`;
}

function tellSupportClock(at: string, reader: Reader): string {
  return `${clock(at, reader.supportZone)} ${nameOf(at, reader)}`;
}

function tellDay(at: string, { locale, zone, now }: Reader): string {
  const texts = TEXTS[locale];
  const date = dateIn(at, zone);
  const days = Math.round((Date.parse(date) - Date.parse(dateIn(new Date(now).toISOString(), zone))) / DAY);
  if (days === 0) return texts.today;
  if (days === 1) return texts.tomorrow;
  if (days === -1) return texts.yesterday;
  if (days > 1 && days < 7) return texts.days[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: zone }).format(
    new Date(at),
  );
}

function nameOf(at: string, { locale, supportZone }: Reader): string {
  if (supportZone === MOSCOW) return TEXTS[locale].moscow;
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: supportZone,
    timeZoneName: 'short',
  }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? supportZone;
}

function clock(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
}

/** YYYY-MM-DD. */
function dateIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
}
