import { Refusal } from './refusal';

type Part = 'instant' | 'id' | 'number' | 'instantOrNone';

const SHAPES: Record<Part, RegExp> = {
  instant: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  instantOrNone: /^(\d{4}-\d\d-\d\dT[\d:.]+Z|)$/,
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
  const fits = parts.length === shape.length && shape.every((part, i) => SHAPES[part].test(parts[i] ?? ''));
  if (!fits)
    throw new Refusal('invalid_cursor', 'This cursor does not belong to this list.', { field: 'cursor' });
  return parts as { [K in keyof S]: string };
}
