import { kbRulesEn } from '../../../locales/kb-rules-en';
import { type KbRulesTexts, kbRulesRu } from '../../../locales/kb-rules-ru';
import { useTexts } from '../../contexts';

/** The texts of the search rules, which are fetched with them. */
export function useRuleWords(): KbRulesTexts {
  return useTexts().locale === 'ru' ? kbRulesRu : kbRulesEn;
}
