import type { OutgoingMailRow } from '@beseda/shared/protocol/outgoing-mails';
import type { MailTexts } from '../../../locales/mail-ru';

/** What became of a mail, in plain words, with the codes of who refused it behind them. */
export function explainOutgoing(
  { state, bouncedAt, reason, attempts }: OutgoingMailRow,
  words: Pick<MailTexts, 'states' | 'bounced' | 'tried' | 'reasons' | 'codes'>,
): string {
  if (bouncedAt && state === 'sent') return words.bounced;
  const why = reason === null ? '' : `: ${words.reasons[reasonOf(reason)]}${codesOf(reason, words)}`;
  const tried = state === 'sending' && attempts > 0 && reason ? ` (${words.tried(attempts)})` : '';
  return `${words.states[state]}${tried}${why}.`;
}

type Reason = keyof MailTexts['reasons'];

/** `reason` is made of nodemailer's code, the answer's, and its RFC 3463 status. */
function reasonOf(reason: string): Reason {
  if (reason === 'address marked' || reason === 'not a mailbox') {
    return reason === 'address marked' ? 'marked' : 'mailbox';
  }
  const [code = '', answer = '', status = ''] = reason.split(' ');
  if (status.startsWith('5.1.')) return 'noSuchAddress';
  if (/^\d\.2\.2$/.test(status)) return 'full';
  if (code === 'ETIMEDOUT') return 'silent';
  if (code === 'EAUTH') return 'login';
  if (code === 'ETLS') return 'tls';
  if (['ECONNECTION', 'ESOCKET', 'EDNS'].includes(code)) return 'away';
  if (answer.startsWith('4')) return 'later';
  return answer.startsWith('5') ? 'refused' : 'broke';
}

function codesOf(reason: string, { codes }: Pick<MailTexts, 'codes'>): string {
  return /\d/.test(reason) ? ` (${codes} ${reason.replace(/^[A-Z]+ /, '')})` : '';
}
