import { retentionEn } from '../../../locales/retention-en';
import { type RetentionTexts, retentionRu } from '../../../locales/retention-ru';
import { useTexts } from '../../contexts';

export function useRetentionWords(): RetentionTexts {
  return useTexts().locale === 'ru' ? retentionRu : retentionEn;
}
