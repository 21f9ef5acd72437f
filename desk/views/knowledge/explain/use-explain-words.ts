import { kbExplainEn } from '../../../locales/kb-explain-en';
import { type KbExplainTexts, kbExplainRu } from '../../../locales/kb-explain-ru';
import { useTexts } from '../../contexts';

/** The texts of the explanation, which are fetched with it. */
export function useExplainWords(): KbExplainTexts {
  return useTexts().locale === 'ru' ? kbExplainRu : kbExplainEn;
}
