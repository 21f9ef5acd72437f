import { mailboxesEn } from '../../../locales/mailboxes-en';
import { type MailboxesTexts, mailboxesRu } from '../../../locales/mailboxes-ru';
import { useTexts } from '../../contexts';

/** The texts of mailboxes and the receiver. */
export function useMailboxesWords(): MailboxesTexts {
  return useTexts().locale === 'ru' ? mailboxesRu : mailboxesEn;
}
