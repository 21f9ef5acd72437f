import { kbPublicationEn } from '../../../../locales/kb-publication-en';
import { type KbPublicationTexts, kbPublicationRu } from '../../../../locales/kb-publication-ru';
import { useTexts } from '../../../contexts';

/** The texts of publishing, versions and translations, which are fetched with the editor. */
export function usePublicationWords(): KbPublicationTexts {
  return useTexts().locale === 'ru' ? kbPublicationRu : kbPublicationEn;
}
