import { kbEditorEn } from '../../../../locales/kb-editor-en';
import { type KbEditorTexts, kbEditorRu } from '../../../../locales/kb-editor-ru';
import { useTexts } from '../../../contexts';

/** The texts of the editor, which are fetched with it. */
export function useEditorWords(): KbEditorTexts {
  return useTexts().locale === 'ru' ? kbEditorRu : kbEditorEn;
}
