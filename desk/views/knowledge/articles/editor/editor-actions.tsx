import type { EditorPart } from './side-tabs';
import { useEditorWords } from './use-editor-words';

/** What can be done with the article as a whole. */
export function EditorActions({ manuscript: { published } }: EditorPart) {
  const words = useEditorWords();
  if (!published) return null;
  return (
    <a class="button" href={published.url} target="_blank" rel="noreferrer">
      {words.openPage}
    </a>
  );
}
