import { MAX_FIELD_LENGTH, MAX_FIELDS } from '../bounds';
import { latin1 } from '../latin1';

/** A header field as it came: the name in lower case, the value unfolded, each byte a character. */
export interface RawField {
  readonly name: string;
  readonly value: string;
}

const NAME = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;

/** Reads a header block. Lines that are neither a field nor the rest of one are passed over. */
export function readFields(block: Uint8Array): RawField[] {
  const lines = latin1(block).split(/\r\n|\n|\r/);
  const fields: { name: string; parts: string[]; length: number }[] = [];
  let current: (typeof fields)[number] | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (!current || current.length > MAX_FIELD_LENGTH) continue;
      current.parts.push(line.replace(/^[ \t]+/, ' '));
      current.length += line.length;
      continue;
    }
    const name = NAME.exec(line);
    current = null;
    if (!name || fields.length >= MAX_FIELDS) continue;
    const value = line.slice(name[0].length, name[0].length + MAX_FIELD_LENGTH);
    current = { name: (name[1] ?? '').toLowerCase(), parts: [value], length: value.length };
    fields.push(current);
  }
  return fields.map(({ name, parts }) => ({ name, value: parts.join('').trim() }));
}

export function fieldOf(fields: readonly RawField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}
