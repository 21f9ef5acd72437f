import { Refusal } from './refusal';

type Part = 'instant' | 'id' | 'number' | 'instantOrNone';

const SHAPES: Record<Part, RegExp> = {
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/,
  instantOrNone: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z|)$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  number: /^\d{1,15}$/,
};

/** A cursor is opaque to clients: the sort keys of the last row. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(parts.join('|')).toString('base64url');
}

/** Throws invalid_cursor for anything that `encodeCursor` did not make for this list. */
export function decodeCursor<const S extends readonly Part[]>(
  cursor: string,
  shape: S,
): { [K in keyof S]: string } {
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  const fits = parts.length === shape.length && shape.every((part, i) => isPart(part, parts[i] ?? ''));
  if (!fits)
    throw new Refusal('invalid_cursor', 'This cursor does not belong to this list.', { field: 'cursor' });
  return parts as { [K in keyof S]: string };
}

/** The shape alone would let 99 o'clock through, which only the database refuses. */
function isPart(part: Part, text: string): boolean {
  if (!SHAPES[part].test(text)) return false;
  return text === '' || !part.startsWith('instant') || !Number.isNaN(Date.parse(text));
}
