import { kbTreeEn } from '../../../../locales/kb-tree-en';
import { type KbTreeTexts, kbTreeRu } from '../../../../locales/kb-tree-ru';
import { useTexts } from '../../../contexts';

/** The texts of the table of contents, which are fetched with it. */
export function useTreeWords(): KbTreeTexts {
  return useTexts().locale === 'ru' ? kbTreeRu : kbTreeEn;
}
