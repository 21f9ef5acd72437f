import { kbImportEn } from '../../../locales/kb-import-en';
import { type KbImportTexts, kbImportRu } from '../../../locales/kb-import-ru';
import { useTexts } from '../../contexts';

export function useImportWords(): KbImportTexts {
  return useTexts().locale === 'ru' ? kbImportRu : kbImportEn;
}
