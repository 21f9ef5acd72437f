import type { Locale } from '@beseda/shared/domain/words';
import { type AnswerMail, asMessage } from './answer-mail';
import { fillSubject, fillTemplate } from './fill-template';
import type { MailBody } from './mail-body';
import { writeMail } from './write-mail';

const TEXTS = {
  ru: {
    subject: '[#{number}] Ваше обращение в поддержку',
    confirmed: 'Здравствуйте.\n\nМы получили ваше письмо, номер обращения: {number}.',
    answered: 'Здравствуйте.\n\nВам ответили в обращении № {number}:\n\n{answers}',
    reply: 'Чтобы ответить или что-то добавить, ответьте на это письмо.',
  },
  en: {
    subject: '[#{number}] Your request to the support',
    confirmed: 'Hello.\n\nWe have your mail; the number of the request is {number}.',
    answered: 'Hello.\n\nYou have been answered in request #{number}:\n\n{answers}',
    reply: 'To answer or to add something, reply to this mail.',
  },
} as const satisfies Record<Locale, object>;

/**
 * To somebody whom nobody knows: nothing that they have written, nor their name, stands in it, and nothing leads to the
 * request. No answers: that it has come. Not for admins to change, who could put it in.
 */
export function writeOutsideMail(
  locale: Locale,
  { number, answers, takesReplies }: Pick<AnswerMail, 'number' | 'answers' | 'takesReplies'>,
): MailBody {
  const texts = TEXTS[locale];
  const values = {
    number: String(number),
    reply: takesReplies ? texts.reply : null,
    answers: answers.map((answer) => asMessage(answer, locale)),
  };
  const body = answers.length > 0 ? texts.answered : texts.confirmed;
  return writeMail(
    locale,
    fillSubject(texts.subject, values),
    fillTemplate(`${body}\n\n---\n\n{reply}`, values),
  );
}
