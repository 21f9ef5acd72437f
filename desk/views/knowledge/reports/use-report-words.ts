import { kbReportsEn } from '../../../locales/kb-reports-en';
import { type KbReportsTexts, kbReportsRu } from '../../../locales/kb-reports-ru';
import { useTexts } from '../../contexts';

/** The texts of the reports, which are fetched with them. */
export function useReportWords(): KbReportsTexts {
  return useTexts().locale === 'ru' ? kbReportsRu : kbReportsEn;
}
