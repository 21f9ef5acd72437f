import { useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { useActions, useDesk, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { CallForm } from './call-form';
import { CallerSearch } from './caller-search';

/** A small form for the time of a talk. Closing it keeps what is written. */
export function CallDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
  const { calls } = useDesk();
  const actions = useActions();
  const draft = useValue(calls.draft);
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  const words = texts.phone;

  async function save(): Promise<void> {
    setSaving(true);
    const saved = await calls.save();
    setSaving(false);
    if (saved.ok) {
      onClose();
      actions.go({ number: saved.number });
    } else {
      setProblem(saved.code === 'unavailable' ? words.unreached : texts.error(saved.code));
    }
  }

  return (
    <Dialog label={words.call} class="call" onClose={onClose}>
      <h2>{words.call}</h2>
      <CallerSearch />
      {draft.caller && (
        <form
          class="form"
          id="call-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <CallForm draft={draft} caller={draft.caller} />
        </form>
      )}
      <p class="refused" role="alert">
        {problem}
      </p>
      <div class="dialog-foot">
        {(draft.caller || draft.text) && (
          <button type="button" class="button quiet" onClick={() => calls.discard()}>
            {words.discard}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {words.later}
        </button>
        <button type="submit" form="call-form" class="button primary" disabled={!draft.caller || saving}>
          {saving ? words.saving : words.save}
        </button>
      </div>
    </Dialog>
  );
}
