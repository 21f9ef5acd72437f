import type { Locale } from '@beseda/shared/domain/words';

/** Small words between what templates say. */
interface MailLabels {
  /** Added to times: they are shown in Moscow's. */
  zone: string;
  files: string;
  /** How to go on by mail, for requesters and for agents: `{reply}`. */
  reply: string;
  replyAsAgent: string;
  asked(at: string): string;
  wrote(name: string, at: string): string;
  entrance(company: string): string;
  notices: {
    assigned(by: string): string;
    routed: string;
    mentioned(by: string): string;
    deadline(at: string): string;
  };
}

const RU: MailLabels = {
  zone: 'МСК',
  files: 'Файлы в беседе:',
  reply: 'Чтобы ответить или что-то добавить, откройте обращение или просто ответьте на это письмо.',
  replyAsAgent: 'Ответ на это письмо уйдёт клиенту.',
  asked: (at) => `Вы писали, ${at}:`,
  wrote: (name, at) => `${name}, ${at}`,
  entrance: (company) => `Войти: ${company}`,
  notices: {
    assigned: (by) => `Обращение передано вам (${by}).`,
    routed: 'Обращение передано вам.',
    mentioned: (by) => `Вас упомянули в заметке (${by}):`,
    deadline: (at) => `Подходит срок: ${at}.`,
  },
};
const EN: MailLabels = {
  zone: 'MSK',
  files: 'Files in the conversation:',
  reply: 'To answer or to add something, open the request or just answer this mail.',
  replyAsAgent: 'An answer to this mail goes to the customer.',
  asked: (at) => `You wrote, ${at}:`,
  wrote: (name, at) => `${name}, ${at}`,
  entrance: (company) => `Sign in: ${company}`,
  notices: {
    assigned: (by) => `The ticket was given to you (${by}).`,
    routed: 'The ticket was given to you.',
    mentioned: (by) => `You are mentioned in a note (${by}):`,
    deadline: (at) => `A deadline is near: ${at}.`,
  },
};

export function labelsOf(locale: Locale): MailLabels {
  return locale === 'ru' ? RU : EN;
}

/** A moment as mails show it. */
export function tellMoment(at: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Moscow',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${format.format(new Date(at))} ${labelsOf(locale).zone}`;
}

export function tellDay(at: string, locale: Locale): string {
  const options = { timeZone: 'Europe/Moscow', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(at));
}

export function tellSize(size: number, locale: Locale): string {
  const [value, unit] = size < 1024 * 1024 ? [size / 1024, 'kilobyte'] : [size / 1024 / 1024, 'megabyte'];
  const options = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
