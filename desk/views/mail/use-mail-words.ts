import { mailEn } from '../../locales/mail-en';
import { type MailTexts, mailRu } from '../../locales/mail-ru';
import { useTexts } from '../contexts';

/** The texts of the mail area, which are fetched with it. */
export function useMailWords(): MailTexts {
  return useTexts().locale === 'ru' ? mailRu : mailEn;
}
