import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { ConfirmDialog } from '../confirm-dialog';
import { useRuleWords } from './use-rule-words';

/** Deletes after asking; what is in use says by what. */
export function RemoveButton(props: { path: string; name: string; label?: string; onRemoved: () => void }) {
  const { http } = useDesk();
  const words = useRuleWords();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState('');

  async function remove(): Promise<void> {
    const ack = await http('DELETE', props.path);
    setAsked(false);
    if (ack.ok) return props.onRemoved();
    const uses = (ack.details ?? {}) as Record<string, string[]>;
    setProblem(ack.code === 'in_use' ? words.inUse(uses) : words.why(ack.code, null));
  }

  return (
    <div class="settings-foot">
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {props.label ?? words.remove}
      </button>
      <span class="refused" role="alert">
        {problem}
      </span>
      {asked && (
        <ConfirmDialog
          title={words.removeTitle(props.name)}
          what={words.removeWhat}
          label={words.removeNow}
          onConfirm={() => void remove()}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
