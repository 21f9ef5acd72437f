import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeParts } from '../testing/write-mail';
import type { LargeMail, MailRates } from './measure-mail';
import { printTable, type Ratio } from './print-table';
import { runTask } from './run-task';

const MEGABYTE = 2 ** 20;
const FILE_BYTES = 29 * MEGABYTE;

/** Mails read in a second against only taking them apart, and the memory that one of 40 MB needs. */
export async function compareMail(say: (line: string) => void, seconds: number): Promise<Ratio[]> {
  say('Mails of the corpora…');
  const rates = await runTask<MailRates>('measureMail', { seconds });
  if (rates.mails === 0) return [];
  say('A mail of 40 MB…');
  const [ours, floor] = await readLarge();
  printTable(
    `Mail (${rates.mails} mails)`,
    ['', 'per second', 'ms each', 'slowest, ms', '40 MB: ms', '40 MB: MB more'],
    [
      ['read', rates.ours, 1_000 / rates.ours, rates.slowest, ours.ms, ours.bytes / MEGABYTE],
      ['taken apart', rates.floor, 1_000 / rates.floor, '', floor.ms, floor.bytes / MEGABYTE],
    ],
  );
  const file = FILE_BYTES / MEGABYTE;
  return [
    ['mails read / taken apart', rates.ours, rates.floor, rates.ours / rates.floor, '≥ 0.2'],
    ['MB for a mail of 40 MB / its file', ours.bytes / MEGABYTE, file, ours.bytes / FILE_BYTES, '≤ 4'],
    [
      'MB for a mail of 40 MB / taken apart',
      ours.bytes / MEGABYTE,
      floor.bytes / MEGABYTE,
      ours.bytes / floor.bytes,
      '≤ 1',
    ],
  ];
}

async function readLarge(): Promise<[ours: LargeMail, floor: LargeMail]> {
  const folder = await mkdtemp(join(tmpdir(), 'beseda-bench-mail-'));
  try {
    const path = join(folder, 'large.eml');
    const file = randomBytes(FILE_BYTES).toString('base64').replace(/.{76}/g, '$&\n');
    const head = 'Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n';
    await writeFile(path, writeParts('multipart/mixed', ['\nLook', head + file]));
    const read = (how: string) => runTask<LargeMail>('readLargeMail', { path, how });
    return [await read('ours'), await read('floor')];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
