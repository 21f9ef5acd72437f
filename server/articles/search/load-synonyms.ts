import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

import { splitWords } from './split-words';
import { stemWord } from './stem-word';

const PARTS = ['all', 'ru', 'en'] as const;

/** Groups of words and phrases that mean the same; `all` (brands) holds for every locale. */
export type Synonyms = Readonly<Record<(typeof PARTS)[number], readonly (readonly string[])[]>>;

/** Phrases as stems joined by blanks, each with the other phrases of its groups, as lists of stems. */
export type SynonymTable = {
  readonly others: ReadonlyMap<string, readonly string[][]>;
  readonly longest: number;
};

/** A synonyms file that cannot be used; the message gives file, line and reason. */
class SynonymsError extends Error {
  override readonly name = 'SynonymsError';
}

/** Reads a synonyms file, by default the one that is shipped. @throws SynonymsError */
export function loadSynonyms(path = shippedFile()): Synonyms {
  return parseSynonyms(readFileSync(path, 'utf8'), path);
}

/** Beside this module, or, once it is bundled into `dist`, where the sources are. */
function shippedFile(): string {
  const candidates = [
    './synonyms.yaml',
    '../articles/search/synonyms.yaml',
    '../../articles/search/synonyms.yaml',
  ];
  const paths = candidates.map((candidate) => fileURLToPath(new URL(candidate, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? (paths[0] as string);
}

/** @throws SynonymsError for anything but the keys all, ru, en with lists of lists of two or more phrases. */
export function parseSynonyms(text: string, file = 'synonyms.yaml'): Synonyms {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (offset: number, reason: string): never => {
    throw new SynonymsError(`${file}:${lines.linePos(offset).line}: ${reason}`);
  };
  const [error] = document.errors;
  if (error !== undefined) fail(error.pos[0], error.message.split('\n')[0] ?? 'not YAML');
  const synonyms: Record<(typeof PARTS)[number], string[][]> = { all: [], ru: [], en: [] };
  const root = document.contents;
  if (root === null) return synonyms;
  if (!isMap(root)) return fail(root.range?.[0] ?? 0, 'expected the keys all, ru, en');
  for (const { key, value } of root.items) {
    const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const part = PARTS.find((name) => isScalar(key) && key.value === name);
    if (part === undefined) return fail(at, `unknown key ${String(key)}; expected all, ru or en`);
    if (isScalar(value) && value.value === null) continue;
    if (!isSeq(value)) return fail(at, `${part} must be a list of groups`);
    for (const group of value.items) synonyms[part].push(readGroup(group, at, fail));
  }
  return synonyms;
}

function readGroup(node: unknown, parent: number, fail: (offset: number, reason: string) => never): string[] {
  if (!isSeq(node)) {
    return fail(
      isScalar(node) ? (node.range?.[0] ?? parent) : parent,
      'a group must be a list: [word, word]',
    );
  }
  const at = node.range?.[0] ?? parent;
  if (node.items.length < 2) return fail(at, 'a group needs at least two phrases');
  return node.items.map((item) => {
    const value = isScalar(item) ? item.value : undefined;
    const phrase = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
    if (splitWords(phrase).length === 0) return fail(at, 'a phrase must be text with a word in it');
    return phrase;
  });
}

/** Who looks for `query` looks for what it means, too. */
export interface OneWay {
  query: string;
  means: readonly string[];
}

export function compileSynonyms(
  groups: readonly (readonly string[])[],
  oneWay: readonly OneWay[] = [],
): SynonymTable {
  const others = new Map<string, string[][]>();
  let longest = 0;
  const add = (phrase: string[], means: readonly string[][]) => {
    longest = Math.max(longest, phrase.length);
    const key = phrase.join(' ');
    const rest = means.filter((other) => other.join(' ') !== key);
    others.set(key, [...(others.get(key) ?? []), ...rest]);
  };
  for (const group of groups) {
    const phrases = group.map(stemsOf);
    for (const phrase of phrases) add(phrase, phrases);
  }
  for (const { query, means } of oneWay) add(stemsOf(query), means.map(stemsOf));
  return { others, longest };
}

const stemsOf = (phrase: string): string[] => splitWords(phrase).map((word) => stemWord(word.form));
