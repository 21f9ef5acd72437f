import type { MutableRef } from 'preact/hooks';
import { useState } from 'preact/hooks';
import { insertText, putText } from '../model/insert-text';

/** Choosing an article for what is being written in `field`: by a button, or by `/` where a line begins. */
export function usePicking(
  field: MutableRef<HTMLTextAreaElement | null>,
  text: string,
  change: (text: string) => void,
) {
  const [by, setBy] = useState<'button' | 'slash' | null>(null);
  /** One goes on writing behind what was put there. */
  const finish = (put: typeof putText, added: string) => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: text.length };
    const done = put({ text, start: selectionStart, end: selectionEnd ?? selectionStart }, added);
    setBy(null);
    change(done.text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(done.caret, done.caret);
    });
  };
  return {
    open: by !== null,
    toggle: () => setBy(by === null ? 'button' : null),
    startByKey(event: KeyboardEvent) {
      const { value, selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
      const begins = selectionStart === 0 || value[selectionStart - 1] === '\n';
      if (event.key !== '/' || event.ctrlKey || event.metaKey || !begins || selectionStart !== selectionEnd)
        return;
      event.preventDefault();
      setBy('slash');
    },
    insert: (added: string) => finish(insertText, added),
    /** Who meant the sign itself gets what they typed. */
    leave: (query: string) => finish(putText, by === 'slash' ? `/${query}` : ''),
  };
}
