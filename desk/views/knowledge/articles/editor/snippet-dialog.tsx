import type { Locale } from '@beseda/shared/domain/words';
import type { Snippet } from '@beseda/shared/protocol/knowledge';
import { useState } from 'preact/hooks';
import { useLoaded } from '../../../settings/use-loaded';
import { PickDialog } from './pick-dialog';
import { useEditorWords } from './use-editor-words';

/** Which snippet is to stand here. */
export function SnippetDialog(props: {
  locale: Locale;
  onPick: (snippet: Snippet) => void;
  onClose: () => void;
}) {
  const { snippets } = useEditorWords();
  const [query, setQuery] = useState('');
  const { loaded } = useLoaded<{ results: Snippet[] }>(`/kb/snippets?locale=${props.locale}`);
  const words = query.trim().toLowerCase();
  const fitting = loaded.kind === 'ready' ? loaded.data.results : [];
  return (
    <PickDialog
      title={snippets.title}
      label={snippets.search}
      list={snippets.list}
      hint={snippets.nothing}
      query={query}
      onQuery={setQuery}
      choices={fitting
        .filter(({ title, body }) => `${title} ${body}`.toLowerCase().includes(words))
        .map((snippet) => ({
          key: snippet.id,
          label: snippet.title,
          hint: snippet.body.slice(0, 60),
          run: () => props.onPick(snippet),
        }))}
      onClose={props.onClose}
    />
  );
}
