import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Ack } from '@beseda/shared/protocol/socket';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from '../contexts';
import { useUnsaved } from './use-unsaved';
import { useWords } from './use-words';

/**
 * Fields with «Сохранить» under them: says what came of it, and asks before unsaved changes are left. `check`: what is wrong
 * with what was typed, before anything is sent; '' is nothing.
 */
export function SavedForm<T>(props: {
  label: string;
  send: (form: FormData) => Promise<Ack<T>>;
  onSaved: (data: T) => void;
  why: (code: ErrorCode) => string;
  check?: (form: FormData) => string;
  children: ComponentChildren;
}) {
  const { texts } = useTexts();
  const words = useWords();
  const [said, setSaid] = useState({ status: '', problem: '' });
  const [saving, setSaving] = useState(false);
  const [dirty, setDirty] = useState(false);
  const { question } = useUnsaved(dirty);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const problem = props.check?.(form) ?? '';
    if (problem !== '') return setSaid({ status: '', problem });
    setSaving(true);
    const ack = await props.send(form);
    setSaving(false);
    if (!ack.ok) return setSaid({ status: '', problem: props.why(ack.code) });
    setSaid({ status: words.saved, problem: '' });
    setDirty(false);
    props.onSaved(ack.data);
  }

  const change = () => {
    setSaid({ status: '', problem: '' });
    setDirty(true);
  };

  return (
    <form class="form" aria-label={props.label} onInput={change} onSubmit={(event) => void save(event)}>
      {question}
      {props.children}
      <div class="settings-foot">
        <button type="submit" class="button primary" disabled={saving}>
          {texts.app.save}
        </button>
        <span role="status">{said.status}</span>
        <span class="refused" role="alert">
          {said.problem}
        </span>
      </div>
    </form>
  );
}
