import type { Locale, NoticeKind } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { type Block, fillSubject, fillTemplate } from './fill-template';
import { labelsOf, tellMoment } from './labels';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { writeMail } from './write-mail';

export interface Notice {
  kind: NoticeKind;
  /** Who gave the ticket or wrote the note; empty: a rule. */
  by: string;
  at: string;
  /** Of a note. */
  text: string;
  /** Of a deadline. */
  dueAt: string | null;
}

export interface NoticeMail {
  locale: Locale;
  name: string;
  number: number;
  subject: string;
  company: string;
  /** Oldest first. */
  notices: readonly Notice[];
  /** What the customer wrote last. */
  message: { author: string; at: string; text: string } | null;
  /** An answer by mail would reach us. */
  takesReplies: boolean;
  /** Leads to the ticket in the desk. */
  url: string;
}

const MOST_CHARACTERS = 2_000;

/** What an agent is to know of a ticket. */
export function writeNoticeMail(templates: Templates, mail: NoticeMail): MailBody {
  const { locale, message } = mail;
  const { subject, body } = templates('notice');
  const values = {
    name: oneLine(mail.name),
    number: String(mail.number),
    subject: oneLine(mail.subject),
    company: oneLine(mail.company),
    link: mail.url,
    reply: mail.takesReplies ? labelsOf(locale).replyAsAgent : null,
    notices: mail.notices.flatMap((notice) => writeNotice(notice, locale)),
    message: message && [asMessage(message, locale)],
  };
  return writeMail(locale, fillSubject(subject, values), fillTemplate(body, values));
}

function writeNotice({ kind, by, at, text, dueAt }: Notice, locale: Locale): Block[] {
  const { notices } = labelsOf(locale);
  const name = oneLine(by);
  switch (kind) {
    case 'assigned':
      return [{ kind: 'paragraph', text: name === '' ? notices.routed : notices.assigned(name) }];
    case 'mentioned':
      return [
        { kind: 'paragraph', text: notices.mentioned(name) },
        asMessage({ author: name, at, text }, locale),
      ];
    case 'deadline':
      return dueAt === null ? [] : [{ kind: 'paragraph', text: notices.deadline(tellMoment(dueAt, locale)) }];
  }
}

function asMessage(
  { author, at, text }: { author: string; at: string; text: string },
  locale: Locale,
): Block {
  const shown = text
    .trim()
    .slice(0, MOST_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '');
  const labels = labelsOf(locale);
  return {
    kind: 'message',
    head: labels.wrote(oneLine(author), tellMoment(at, locale)),
    text: shown.length < text.trim().length ? `${shown}…` : shown,
    files: [],
    filesLabel: labels.files,
  };
}
