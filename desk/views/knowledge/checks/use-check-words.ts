import { kbChecksEn } from '../../../locales/kb-checks-en';
import { type KbChecksTexts, kbChecksRu } from '../../../locales/kb-checks-ru';
import { useTexts } from '../../contexts';

/** The texts of the checks, which are fetched with them. */
export function useCheckWords(): KbChecksTexts {
  return useTexts().locale === 'ru' ? kbChecksRu : kbChecksEn;
}
