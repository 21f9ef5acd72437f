import type { ImportBadRow } from '@beseda/shared/protocol/admin';
import { Refusal } from '../context/refusal';
import { findLines } from './find-lines';
import { parseCsv } from './parse-csv';

export interface ImportInput {
  format: 'csv' | 'json';
  text: string;
  /** Says what would change, and changes nothing. */
  dryRun: boolean;
}

/** One object of the file; null: the file says that nothing stands there. */
export interface ImportRecord {
  line: number;
  values: Record<string, string | null>;
}

const MOST_ROWS = 20_000;

/** Reads a file into records of the named fields (`externalId` is `external_id` too). Refuses with `invalid_input`. */
export function readRecords(
  input: Pick<ImportInput, 'format' | 'text'>,
  fields: readonly string[],
): { records: ImportRecord[]; bad: ImportBadRow[] } {
  const read = input.format === 'csv' ? fromCsv(input.text, fields) : fromJson(input.text, fields);
  if (read.records.length > MOST_ROWS) {
    throw new Refusal('invalid_input', `A file has at most ${MOST_ROWS} rows.`, { field: 'text' });
  }
  return read;
}

function fromCsv(text: string, fields: readonly string[]) {
  const [head, ...rows] = parseCsv(text);
  const names = head?.cells.map((cell) => camel(cell)) ?? [];
  const bad: ImportBadRow[] = names
    .filter((name) => !fields.includes(name))
    .map((name) => badRow(head?.line ?? 1, 'unknown_field', name, `There is no field «${name}».`));
  const records: ImportRecord[] = [];
  for (const { line, cells } of rows) {
    if (cells.length > names.length) {
      bad.push(badRow(line, 'unreadable', null, 'This row has more cells than the first one.'));
      continue;
    }
    const entries = names.flatMap((name, at) =>
      fields.includes(name) ? [[name, cells[at]?.trim() || null] as const] : [],
    );
    records.push({ line, values: Object.fromEntries(entries) });
  }
  return { records, bad };
}

function fromJson(text: string, fields: readonly string[]) {
  const objects = parseArray(text);
  const lines = findLines(text);
  const bad: ImportBadRow[] = [];
  const records: ImportRecord[] = [];
  for (const [at, object] of objects.entries()) {
    const line = lines[at] ?? at + 1;
    if (typeof object !== 'object' || object === null || Array.isArray(object)) {
      bad.push(badRow(line, 'unreadable', null, 'This is not an object.'));
      continue;
    }
    const values: ImportRecord['values'] = {};
    for (const [given, value] of Object.entries(object as Record<string, unknown>)) {
      const name = camel(given);
      if (!fields.includes(name)) {
        bad.push(badRow(line, 'unknown_field', name, `There is no field «${name}».`));
      } else if (value === null || typeof value === 'string' || typeof value === 'number') {
        values[name] = value === null ? null : String(value).trim() || null;
      } else {
        bad.push(badRow(line, 'wrong_value', name, `${name} takes a text.`));
      }
    }
    if (!bad.some((row) => row.line === line && row.reason === 'wrong_value')) records.push({ line, values });
  }
  return { records, bad };
}

function parseArray(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (Array.isArray(parsed)) return parsed as unknown[];
  } catch {
    // Said below in the same words.
  }
  throw new Refusal('invalid_input', 'The file is not a JSON array of objects.', { field: 'text' });
}

const camel = (name: string) =>
  name
    .trim()
    .replace(/^[A-Z]/, (sign) => sign.toLowerCase())
    .replace(/[_ -]+(\w)/g, (_whole, sign: string) => sign.toUpperCase());

export function badRow(
  line: number,
  reason: ImportBadRow['reason'],
  field: string | null,
  message: string,
): ImportBadRow {
  return { line, reason, field, message };
}
