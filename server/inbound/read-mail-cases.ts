import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A mail from outside, and what must happen with it. */
export interface MailCase {
  file: string;
  group: string;
  why: string;
  expect: Record<string, unknown>;
}

const FOLDER = fileURLToPath(new URL('../../../shared/cases/email', import.meta.url));

/** The cases of a folder beside the checkout; none, and a line that says so, where they are not there. */
export function readMailCases(folder: string): MailCase[] {
  const path = join(FOLDER, folder, 'expected.jsonl');
  if (!existsSync(path)) {
    console.warn(`Left out: mails of ../shared/cases/email/${folder} (they are not here)`);
    return [];
  }
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as MailCase);
}

export function readMailCase({ file }: MailCase): Buffer {
  return readFileSync(join(FOLDER, file));
}
