import type { Locale } from '@beseda/shared/domain/words';
import { type AnswerMail, writeAnswerMail } from './answer-mail';
import { writeConfirmationMail } from './confirmation-mail';
import type { Templates } from './load-templates';
import type { MailBody } from './mail-body';
import { writeNotServedMail } from './not-served-mail';
import { writeNoticeMail } from './notice-mail';
import { writeNotStaffMail, writePortalMail } from './portal-mail';
import { sampleOf } from './sample';
import { writeSignInMail } from './sign-in-mail';
import type { TemplateKey } from './template-rules';

interface Previewed {
  key: TemplateKey;
  locale: Locale;
  takesReplies: boolean;
}

/** A mail as it would go out, with a made-up ticket in it. Parts are shown in a mail that has them. */
export function previewMail(templates: Templates, { key, locale, takesReplies }: Previewed): MailBody {
  const sample = sampleOf(locale);
  const { promise, link, minutes, company, rate, acceptBy } = sample;
  const ticket = { ...sample.ticket, takesReplies };
  const answer = (over: Partial<AnswerMail>) =>
    writeAnswerMail(templates, { ...ticket, answers: [], follows: false, news: [], question: null, ...over });
  switch (key) {
    case 'answer':
      return answer({ answers: sample.answers, question: sample.question });
    case 'followed':
      return answer({ answers: sample.answers, follows: true });
    case 'news':
    case 'solved':
    case 'rate':
      return answer({ news: [{ kind: 'solved', rate }] });
    case 'proposed':
      return answer({ news: [{ kind: 'proposed', acceptBy }] });
    case 'promise_moved':
    case 'promise_missed':
      return answer({ news: [{ kind: key, promise: promise[key] }] });
    case 'confirmation':
    case 'continued':
    case 'subject_wanted': {
      const notes = { continues: key === 'continued' ? 1017 : null, asksSubject: key === 'subject_wanted' };
      return writeConfirmationMail(templates, { ...ticket, promise: promise.running, ...notes });
    }
    case 'notice':
      return writeNoticeMail(templates, { ...ticket, ...sample.notice, company });
    case 'sign_in':
      return writeSignInMail(templates, { ...ticket, link, minutes });
    case 'portal':
      return writePortalMail(templates, { ...ticket, minutes, entrances: [{ company, link }] });
    case 'not_staff':
      return writeNotStaffMail(templates, { ...ticket, company, supportUrl: link });
    case 'not_served':
      return writeNotServedMail(templates, {
        locale,
        vendor: sample.vendor,
        company: null,
        supportUrl: null,
        url: link,
      });
    case 'not_served_distributor':
      return writeNotServedMail(templates, {
        locale,
        vendor: sample.vendor,
        company,
        supportUrl: link,
        url: link,
      });
  }
}
