import { createReadStream } from 'node:fs';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import type { ReceivedFile } from '../files/temp-folder';
import { scanStream } from '../scanning/ask-clamd';

/** Where there is a scanner, nothing gets into articles that it has not let through. */
export async function scanReceived(
  { environment }: Pick<Services, 'environment'>,
  { path }: ReceivedFile,
): Promise<void> {
  if (!environment.clamd) return;
  const { state } = await scanStream(environment.clamd, createReadStream(path)).catch(() => ({
    state: 'unchecked' as const,
  }));
  if (state === 'infected') {
    throw new Refusal('file_infected', 'A virus was found in this file.', { field: 'file' });
  }
  if (state === 'unchecked') {
    throw new Refusal('file_not_checked', 'This file could not be checked for viruses. Try again later.', {
      field: 'file',
    });
  }
}
