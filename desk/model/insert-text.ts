/** What stands in a field and what is marked in it; without a place, the end. */
export interface Place {
  text: string;
  start?: number;
  end?: number;
}

/** Puts a text in place of what is marked; `caret` is where one goes on writing. */
export function putText({ text, start = text.length, end = start }: Place, added: string) {
  return { text: text.slice(0, start) + added + text.slice(end), caret: start + added.length };
}

/** Puts a text on lines of its own in place of what is marked. */
export function insertText({ text, start = text.length, end = start }: Place, added: string) {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  const lead = before === '' ? '' : `${before}\n`;
  const inserted = `${lead}${added}\n`;
  return { text: inserted + after, caret: inserted.length };
}
