import type { Snippet } from '@beseda/shared/protocol/knowledge';
import { useState } from 'preact/hooks';
import { knowledgeHome } from '../../../model/knowledge-route';
import { useActions, useDesk } from '../../contexts';
import { ConfirmDialog } from '../../settings/confirm-dialog';
import { useKbWords } from '../use-kb-words';
import { useSnippetWords } from './use-snippet-words';

/** Deletes a snippet that stands nowhere, or says why not. */
export function RemoveSnippet({ snippet }: { snippet: Snippet }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useSnippetWords();
  const { why } = useKbWords();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState('');
  const close = () => setAsked(false);

  async function remove(): Promise<void> {
    const ack = await http('DELETE', `/kb/snippets/${snippet.id}`);
    close();
    if (ack.ok) return actions.go({ knowledge: knowledgeHome('snippets') });
    setProblem(ack.code === 'in_use' ? words.inUse : why(ack.code));
  }

  return (
    <div class="settings-foot">
      <button
        type="button"
        class="button danger"
        onClick={() => (snippet.usedBy.length > 0 ? setProblem(words.inUse) : setAsked(true))}
      >
        {words.remove}
      </button>
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked && (
        <ConfirmDialog
          title={words.removeTitle(snippet.title)}
          what={words.removeWhat}
          label={words.removeNow}
          onConfirm={() => void remove()}
          onClose={close}
        />
      )}
    </div>
  );
}
