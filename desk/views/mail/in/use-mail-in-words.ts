import { mailInEn } from '../../../locales/mail-in-en';
import { type MailInTexts, mailInRu } from '../../../locales/mail-in-ru';
import { useTexts } from '../../contexts';

/** The texts of mail that comes in, which are fetched with it. */
export function useMailInWords(): MailInTexts {
  return useTexts().locale === 'ru' ? mailInRu : mailInEn;
}
