import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { useUnsaved } from '../use-unsaved';
import { type Previewed, usePreview } from './use-preview';
import { type Saving, useSaving } from './use-saving';

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

/** What of a form does not depend on what it is a form of. */
export interface RuleForm {
  /** Null: the object is not made yet. */
  path: string | null;
  question: ComponentChildren;
  saving: Saving;
  previewed: Previewed;
  /** There is something to store, and it can be read. */
  able: boolean;
  submit: (event: SubmitEvent) => void;
  /** Goes without asking for what is not saved. */
  leave: (go: () => void) => void;
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
  const able = patch !== null && dirty;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (patch !== null) void save(patch, path === null ? null : stored);
  };
  const rule: RuleForm = { path, question, saving, previewed, able, submit, leave };
  return {
    rule,
    form,
    change(more: Partial<Form>): void {
      forget();
      setForm((known) => ({ ...known, ...more }));
    },
    /** The field that the server found at fault last. */
    fault: saving.problem?.field ?? (previewed.kind === 'failed' ? previewed.field : null),
  };
}
