import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Edit, Selected } from '../../../../model/writing/edit-text';

/** The field with the article's text. Every change goes through the browser's own editing, so that its undo knows it. */
export interface TextField {
  element: RefObject<HTMLTextAreaElement>;
  read(): Selected;
  /** Makes the edit that is asked for; null is none. */
  edit(make: (given: Selected) => Edit | null): boolean;
}

export function useTextField(): TextField {
  const element = useRef<HTMLTextAreaElement>(null);
  return useMemo(() => {
    const read = (): Selected => {
      const { value = '', selectionStart = 0, selectionEnd = 0 } = element.current ?? {};
      return { text: value, start: selectionStart, end: selectionEnd };
    };
    return {
      element,
      read,
      edit(make) {
        const field = element.current;
        const edit = make(read());
        if (!field || !edit) return false;
        field.focus();
        field.setSelectionRange(edit.from, edit.to);
        replaceSelection(field, edit.insert);
        field.setSelectionRange(edit.start, edit.end);
        return true;
      },
    };
  }, []);
}

/** `execCommand` is the one way of typing into a field that undo takes back; without it the text is set. */
function replaceSelection(field: HTMLTextAreaElement, text: string): void {
  const isEmpty = text === '' && field.selectionStart === field.selectionEnd;
  if (isEmpty) return;
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (done) return;
  field.setRangeText(text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
