import { kbEn } from '../../locales/kb-en';
import { type KbTexts, kbRu } from '../../locales/kb-ru';
import { useTexts } from '../contexts';

/** The texts of the knowledge base's area, which are fetched with it. */
export function useKbWords(): KbTexts {
  return useTexts().locale === 'ru' ? kbRu : kbEn;
}
