import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { type Block, fillSubject, fillTemplate } from './fill-template';
import { labelsOf, tellMoment, tellSize } from './labels';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { type News, writeNews } from './news';
import { shorten } from './shorten';
import { writeMail } from './write-mail';

export interface AnswerMail {
  locale: Locale;
  name: string;
  number: number;
  subject: string;
  /** The request is a colleague's. */
  follows: boolean;
  /** Oldest first. `at` ISO 8601, sizes in bytes. */
  answers: { author: string; at: string; text: string; files: { name: string; size: number }[] }[];
  news: readonly News[];
  /** What the answers are to. */
  question: { at: string; text: string } | null;
  /** Leads to the request. */
  url: string;
  /** An answer by mail would reach us. */
  takesReplies: boolean;
  /** Where the reader chooses their mail. */
  choice: string;
}

/** «You have been answered»: all answers at once, each with who, when and which files, and what has happened besides. */
export function writeAnswerMail(templates: Templates, mail: AnswerMail): MailBody {
  const { locale, answers, question } = mail;
  const ticket = { number: String(mail.number), subject: oneLine(mail.subject) };
  const { subject, body } = templates(answers.length === 0 ? 'news' : mail.follows ? 'followed' : 'answer');
  const values = {
    ...ticket,
    name: oneLine(mail.name),
    link: mail.url,
    reply: mail.takesReplies ? labelsOf(locale).reply : null,
    choice: mail.choice,
    answers: answers.map((answer) => asMessage(answer, locale)),
    news: writeNews(templates, mail.news, { locale, ...ticket }),
    question: question && [asQuote(question, locale)],
  };
  return writeMail(locale, fillSubject(subject, values), fillTemplate(body, values));
}

export function asMessage({ author, at, text, files }: AnswerMail['answers'][number], locale: Locale): Block {
  const labels = labelsOf(locale);
  return {
    kind: 'message',
    head: labels.wrote(oneLine(author), tellMoment(at, locale)),
    text: text.trim(),
    files: files.map((file) => `${oneLine(file.name)} (${tellSize(file.size, locale)})`),
    filesLabel: labels.files,
  };
}

function asQuote({ at, text }: { at: string; text: string }, locale: Locale): Block {
  return { kind: 'quote', head: labelsOf(locale).asked(tellMoment(at, locale)), text: shorten(text) };
}
