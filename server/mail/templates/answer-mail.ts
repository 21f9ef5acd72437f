import type { Locale } from '@beseda/shared/domain/words';
import { oneLine } from '../one-line';
import { type Ending, writeEnding } from './ending';
import { writeHowToReply } from './how-to-reply';
import { type MailTexts, textsFor } from './mail-texts';
import { escapeHtml, paragraph, writeHtml } from './write-html';

export interface AnswerMail {
  locale: Locale;
  name: string;
  number: number;
  subject: string;
  /** The request is a colleague's. */
  follows: boolean;
  /** Oldest first. `at` ISO 8601, sizes in bytes. */
  answers: { author: string; at: string; text: string; files: { name: string; size: number }[] }[];
  ending: Ending | null;
  /** The request's page in «Мои обращения». */
  url: string;
}

export interface MailBody {
  subject: string;
  text: string;
  html: string;
}

/** «You have been answered»: all answers at once, each with who, when and which files. */
export function writeAnswerMail(mail: AnswerMail): MailBody {
  const texts = textsFor(mail.locale);
  const subject = oneLine(`[#${mail.number}] ${mail.subject}`);
  const greeting = texts.greeting(oneLine(mail.name));
  const count = mail.answers.length;
  const answered = mail.follows ? texts.followed : texts.answered;
  const about = oneLine(mail.subject);
  const intro = count ? answered(count, mail.number, about) : texts.news(mail.number, about);
  const ending = writeEnding(mail.ending, mail.locale);
  const howToReply = writeHowToReply(mail.locale, mail.url);
  const answers = mail.answers.map((answer) => ({
    head: `${oneLine(answer.author)}, ${formatTime(answer.at, mail.locale)} ${texts.zone}`,
    text: answer.text.trim(),
    files: answer.files.map((file) => `${oneLine(file.name)} (${formatSize(file.size, mail.locale)})`),
  }));
  return {
    subject,
    text: [greeting, intro, ...answers.map((one) => asText(one, texts)), ...ending.text, howToReply.text]
      .join('\n\n')
      .concat('\n'),
    html: writeHtml(
      mail.locale,
      subject,
      [
        paragraph(greeting),
        paragraph(intro),
        ...answers.map((one) => asHtml(one, texts)),
        ...ending.html,
        howToReply.html,
      ].join('\n'),
    ),
  };
}

interface Written {
  head: string;
  text: string;
  files: string[];
}

function asText({ head, text, files }: Written, texts: MailTexts): string {
  const list = files.length > 0 ? `${texts.files}\n${files.map((file) => `- ${file}`).join('\n')}` : '';
  return [`${head}\n${'-'.repeat(Math.min(head.length, 60))}`, text, list]
    .filter((part) => part !== '')
    .join('\n');
}

function asHtml({ head, text, files }: Written, texts: MailTexts): string {
  const items = files.map((file) => `<li>${escapeHtml(file)}</li>`).join('');
  const list =
    files.length > 0
      ? `<div style="margin-top:8px;font-size:14px">${escapeHtml(texts.files)}<ul>${items}</ul></div>`
      : '';
  return `<div style="margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #c9ccd1">
<div style="font-size:14px;color:#6b6f76">${escapeHtml(head)}</div>
<div style="white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(text)}</div>${list}
</div>`;
}

function formatTime(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Moscow',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}

function formatSize(size: number, locale: Locale): string {
  const [value, unit] = size < 1024 * 1024 ? [size / 1024, 'kilobyte'] : [size / 1024 / 1024, 'megabyte'];
  const options = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
