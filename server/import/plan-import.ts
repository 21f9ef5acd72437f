import type { AuditChanges } from '@beseda/shared/domain/audit';
import type { ImportBadRow, ImportOutcome } from '@beseda/shared/protocol/admin';
import { Refusal } from '../context/refusal';
import { badRow, type ImportRecord } from './read-records';

/** A good row: what it says of the object with this key. */
export interface Candidate<F> {
  line: number;
  key: string;
  fields: Partial<F>;
}

/** A good row beside what is stored; null: it will be made. */
export interface PlannedRow<F> extends Candidate<F> {
  before: F | null;
  changes: AuditChanges;
}

const SHOWN_ROWS = 200;

/** Reads every record; one that is refused is named, and so is one whose key stood in the file before. */
export function readCandidates<F>(
  records: readonly ImportRecord[],
  read: (record: ImportRecord) => { key: string; fields: Partial<F> },
): { candidates: Candidate<F>[]; bad: ImportBadRow[] } {
  const bad: ImportBadRow[] = [];
  const byKey = new Map<string, Candidate<F>>();
  for (const record of records) {
    try {
      const { key, fields } = read(record);
      const first = byKey.get(key);
      if (first) bad.push(badRow(record.line, 'repeated', null, `The same stands on line ${first.line}.`));
      else byKey.set(key, { line: record.line, key, fields });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const reason = error.details?.['missing'] ? 'missing' : 'wrong_value';
      bad.push(badRow(record.line, reason, error.field ?? null, error.message));
    }
  }
  return { candidates: [...byKey.values()], bad };
}

/** A value that a record must have. Its lack is a refusal that names the field. */
export function required(record: ImportRecord, field: string): string {
  const value = record.values[field];
  if (value) return value;
  throw new Refusal('invalid_input', `${field} is missing.`, { field, details: { missing: true } });
}

/** What a row would change of what is stored; only what the row says counts. */
export function planRow<F extends object>(candidate: Candidate<F>, before: F | null): PlannedRow<F> {
  const changes: AuditChanges = {};
  for (const [field, to] of Object.entries(candidate.fields)) {
    const from = before === null ? null : ((before as Record<string, unknown>)[field] ?? null);
    if (from !== (to ?? null)) changes[field] = { from, to: to ?? null };
  }
  return { ...candidate, before, changes };
}

const isNews = <F>(row: PlannedRow<F>) => row.before === null || Object.keys(row.changes).length > 0;

/** Those that are new or changed. */
export function newsOf<F>(rows: readonly PlannedRow<F>[]): PlannedRow<F>[] {
  return rows.filter(isNews);
}

export function outcomeOf<F>(
  dryRun: boolean,
  rows: readonly PlannedRow<F>[],
  bad: readonly ImportBadRow[],
  nameOf: (row: PlannedRow<F>) => string,
): ImportOutcome {
  const news = newsOf(rows);
  const created = rows.filter(({ before }) => before === null).length;
  return {
    dryRun,
    created,
    changed: news.length - created,
    unchanged: rows.length - news.length,
    bad: bad.toSorted((a, b) => a.line - b.line),
    rows: news.slice(0, SHOWN_ROWS).map((row) => ({
      line: row.line,
      name: nameOf(row),
      outcome: row.before === null ? 'created' : 'changed',
      changes: row.changes,
    })),
  };
}
