import { slaEn } from '../../../locales/sla-en';
import { type SlaTexts, slaRu } from '../../../locales/sla-ru';
import { useTexts } from '../../contexts';

/** The texts of plans, policies and calendars. */
export function useRuleWords(): SlaTexts {
  return useTexts().locale === 'ru' ? slaRu : slaEn;
}
