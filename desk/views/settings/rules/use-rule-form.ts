import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { useUnsaved } from '../use-unsaved';
import { type Previewed, usePreview } from './use-preview';
import { useSaving } from './use-saving';

/** How an object becomes a form, and a form what is sent; null: it cannot be read yet. */
interface Shape<Card, Form> {
  card: Card;
  read: (card: Card) => Form;
  toPatch: (form: Form) => object | null;
  /** Where such objects are made. */
  base: string;
  /** Where this one is; null: it is not made yet. */
  path: string | null;
  onSaved: (card: Card) => void;
}

/** A form over an object: what was typed, whether it differs, what it would do, and the ways to store it. */
export function useRuleForm<Card, Form>({ card, read, toPatch, base, path, onSaved }: Shape<Card, Form>) {
  const { http } = useDesk();
  const [form, setForm] = useState(() => read(card));
  const stored = toPatch(read(card));
  const patch = toPatch(form);
  const dirty = JSON.stringify(patch) !== JSON.stringify(stored);
  const { question, leave } = useUnsaved(dirty);
  const { saving, save, forget } = useSaving<Card>({
    send: (changed) => http<Card>(path === null ? 'POST' : 'PATCH', path ?? base, changed),
    onSaved(saved) {
      setForm(read(saved));
      if (path === null) leave(() => onSaved(saved));
      else onSaved(saved);
    },
  });
  const previewed: Previewed = usePreview(path ?? base, path !== null && dirty ? patch : undefined);
  return {
    form,
    question,
    saving,
    previewed,
    isNew: path === null,
    able: patch !== null && dirty,
    change(more: Partial<Form>): void {
      forget();
      setForm((known) => ({ ...known, ...more }));
    },
    submit(event: SubmitEvent): void {
      event.preventDefault();
      if (patch !== null) void save(patch, path === null ? null : stored);
    },
    /** The field that the server found at fault last. */
    fault: saving.problem?.field ?? (previewed.kind === 'failed' ? previewed.field : null),
  };
}
