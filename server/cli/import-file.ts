import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportOutcome } from '@beseda/shared/protocol/admin';
import type { AdminContext } from '../audit/change-as-admin';
import { Refusal } from '../context/refusal';
import type { ImportInput } from '../import/read-records';
import { type Shell, UsageError } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const IMPORT_TAKES = 'FILE.csv|FILE.json [--dry-run]';

/** Takes a file in and says what became of each row that is bad, and with `--dry-run` of each that would change. */
export async function importFile(
  args: string[],
  shell: Shell,
  take: (ctx: AdminContext, input: ImportInput) => Promise<ImportOutcome>,
): Promise<void> {
  const { values, positionals } = readArguments(args, { 'dry-run': { type: 'boolean' } }, ['FILE']);
  const path = resolve(shell.cwd, positionals[0] ?? '');
  const dryRun = values['dry-run'] ?? false;
  const input: ImportInput = { format: formatOf(path), text: await readText(path), dryRun };
  const outcome = await withInstall(shell, (install) => take(install, input));
  for (const { line, message } of outcome.bad) shell.err(`${path}:${line}: ${message}`);
  if (dryRun) for (const row of outcome.rows) shell.out(describeRow(row));
  const { created, changed, unchanged, bad } = outcome;
  shell.out(
    `${created} new, ${changed} changed, ${unchanged} as before${dryRun ? ' (nothing was stored)' : ''}`,
  );
  if (bad.length > 0) {
    throw new Refusal('invalid_input', `${bad.length} bad; what stands in the other rows was taken.`);
  }
}

function describeRow({ line, name, outcome, changes }: ImportOutcome['rows'][number]): string {
  const fields = Object.entries(changes).map(
    ([field, { from, to }]) => `${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
  );
  return `line ${line}: ${outcome === 'created' ? 'new' : 'changed'} «${name}» ${fields.join(', ')}`.trim();
}

function formatOf(path: string): 'csv' | 'json' {
  if (/\.csv$/i.test(path)) return 'csv';
  if (/\.json$/i.test(path)) return 'json';
  throw new UsageError('A file ends with .csv or .json.');
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}
