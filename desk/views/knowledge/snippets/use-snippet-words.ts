import { kbSnippetsEn } from '../../../locales/kb-snippets-en';
import { type KbSnippetsTexts, kbSnippetsRu } from '../../../locales/kb-snippets-ru';
import { useTexts } from '../../contexts';

export function useSnippetWords(): KbSnippetsTexts {
  return useTexts().locale === 'ru' ? kbSnippetsRu : kbSnippetsEn;
}
