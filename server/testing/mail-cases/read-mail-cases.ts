import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../../config/find-root';

/** One mail of a corpus and what is expected of it, as the corpus writes it. */
export interface MailCase {
  folder: string;
  /** Under the corpora's folder; empty for a mail that is written out in the expectation. */
  file: string;
  raw: Buffer;
  expect: Readonly<Record<string, unknown>>;
}

const CASES = join(findRoot(), '../shared/cases/email/');
/** Mails without expectations: they must be read. */
const UNEXPECTED = ['postal_mime'];

/** The mails beside the checkout; none, and a line that says so, where they are not there. */
export function readMailCases(): MailCase[] {
  if (!existsSync(CASES)) {
    console.warn('Left out: the corpora of mail (../shared/cases/email is not here)');
    return [];
  }
  const folders = readdirSync(CASES).filter((folder) => existsSync(`${CASES}${folder}/expected.jsonl`));
  return [
    ...folders.flatMap(readFolder),
    ...UNEXPECTED.filter((folder) => existsSync(CASES + folder)).flatMap(readBare),
  ];
}

function readFolder(folder: string): MailCase[] {
  const lines = readFileSync(`${CASES}${folder}/expected.jsonl`, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { file, inline, expect } = JSON.parse(line) as {
      file?: string;
      inline?: Record<string, unknown>;
      expect: Record<string, unknown>;
    };
    const raw = file ? readFileSync(CASES + file) : writeInline(inline ?? {});
    return raw ? [{ folder, file: file ?? '', raw: asMail(file ?? '', raw, expect), expect }] : [];
  });
}

function readBare(folder: string): MailCase[] {
  return readdirSync(CASES + folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => ({
      folder,
      file: `${folder}/${file}`,
      raw: readFileSync(`${CASES}${folder}/${file}`),
      expect: { must_not_throw: true },
    }));
}

/** Some corpora hold bodies alone. */
function asMail(file: string, raw: Buffer, expect: Readonly<Record<string, unknown>>): Buffer {
  if (file.endsWith('.html')) return wrap('text/html', raw);
  if (!file.endsWith('.txt')) return raw;
  return wrap(
    'text/plain',
    expect.crlf === true ? Buffer.from(raw.toString('utf8').replace(/\r?\n/g, '\r\n')) : raw,
  );
}

function wrap(type: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`From: a@b.example\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n`),
    body,
  ]);
}

/** Headers as the expectation gives them; null where it only describes what happens to a mail. */
function writeInline(inline: Readonly<Record<string, unknown>>): Buffer | null {
  const lines: string[] = [];
  let body = 'text';
  for (const [name, value] of Object.entries(inline)) {
    if (typeof value !== 'string' || name.includes(' ')) return null;
    if (name === 'body') body = value;
    else lines.push(`${name}: ${value}`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
