import { appsEn } from '../../../locales/apps-en';
import { type AppsTexts, appsRu } from '../../../locales/apps-ru';
import { useTexts } from '../../contexts';

/** The texts of these settings, which are fetched with them. */
export function useAppWords(): AppsTexts {
  return useTexts().locale === 'ru' ? appsRu : appsEn;
}
