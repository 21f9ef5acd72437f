import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importDaySets } from '../calendars/import-day-sets';
import { DAY_SET_KEY } from '../calendars/parse-day-set';
import { type Command, UsageError } from './command';
import { withInstall } from './open-install';
import { readArguments, required } from './read-arguments';

export const calendarImport: Command = {
  name: 'calendar import',
  takes: 'FILE --key KEY [--year YEAR]',
  does: 'take days off, short days and worked days off from a file (JSON, CSV, iCalendar), such as --key ru',
  async run(args, shell) {
    const options = { key: { type: 'string' }, year: { type: 'string' } } as const;
    const { values, positionals } = readArguments(args, options, ['FILE']);
    const key = required(values.key, '--key');
    if (!new RegExp(DAY_SET_KEY).test(key)) {
      throw new UsageError('--key takes small letters, digits and hyphens, such as ru.');
    }
    const year = values.year === undefined ? {} : { year: readYear(values.year) };
    const text = await readText(resolve(shell.cwd, positionals[0] ?? ''));
    const input = { key, text, ...year };
    const { results } = await withInstall(shell, (install) => importDaySets(install, input));
    for (const row of results) shell.out(`${row.key} ${row.year}: ${row.days} days, ${row.outcome}`);
  },
};

function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UsageError('--year takes four digits.');
  return Number(text);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}
