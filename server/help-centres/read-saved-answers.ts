import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Refusal } from '../context/refusal';
import type { ImportNote, SavedAnswer } from './foreign-base';

export interface SavedAnswers {
  answers: SavedAnswer[];
  /** Images that lie beside, by their paths. */
  images: string[];
  notes: ImportNote[];
}

const MAX_JSON = 64 * 1024 * 1024;
const MAX_ALL = 512 * 1024 * 1024;
const IMAGE = /\.(?:png|jpe?g|gif|webp)$/i;

/** One file, or the `.json` files and images below a folder. What is too large, or no JSON, is named; the rest is read. */
export async function readSavedAnswers(path: string): Promise<SavedAnswers> {
  const root = await realpath(path).catch(() => null);
  if (root === null) throw new Refusal('invalid_input', `There is no ${path}.`, { field: 'path' });
  const isFolder = (await stat(root)).isDirectory();
  const paths = isFolder ? await listFiles(root) : [root];
  const found: SavedAnswers = { answers: [], images: paths.filter((one) => IMAGE.test(one)), notes: [] };
  let all = 0;
  for (const one of paths.filter((name) => !isFolder || /\.json$/i.test(name))) {
    const file = isFolder ? relative(root, one).split(sep).join('/') : basename(one);
    const { size } = await stat(one);
    all += size;
    if (all > MAX_ALL) throw new Refusal('invalid_input', 'More than 512 MB of JSON: take it in in parts.');
    const read = size > MAX_JSON ? 'larger than 64 MB' : await readJson(one);
    if (typeof read === 'string') found.notes.push({ file, id: null, reason: read });
    else found.answers.push({ file, json: read.json });
  }
  return found;
}

async function listFiles(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) paths.push(...(await listFiles(join(folder, entry.name))));
    else if (entry.isFile()) paths.push(join(folder, entry.name));
  }
  return paths;
}

async function readJson(path: string): Promise<{ json: unknown } | string> {
  try {
    return { json: JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    return `no JSON: ${(error as Error).message.split('\n', 1)[0]}`;
  }
}
