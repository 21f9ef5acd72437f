import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { build, type ScoredArticle, type ScoredEngine } from './score-adapter';

type Question = {
  readonly rel: readonly string[];
  readonly exclude?: readonly string[];
  readonly v: Readonly<Record<string, string | undefined>>;
};

const CASES = fileURLToPath(new URL('../../../../shared/cases/search/data/', import.meta.url));
const present = existsSync(CASES);
if (!present) console.warn('Left out: the check of search quality (../shared/cases/search is not here)');

const SAMPLE = 70;
/** A little below what is reached on this sample; docs/search-quality.md has the whole table. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'gnome-ru': { base: 0.8, typoN: 0.76, layout: 0.8, translit: 0.79 },
  'vk-ru': { base: 0.54, typoN: 0.5, layout: 0.54, translit: 0.53 },
  'gnome-en': { base: 0.89, typoN: 0.87, layout: 0.89 },
  'arduino-en': { base: 0.8, typoN: 0.77, layout: 0.8 },
};
const SILENT_OFF_TOPIC: Readonly<Record<string, number>> = {
  'gnome-ru': 0.72,
  'vk-ru': 0.58,
  'gnome-en': 0.72,
  'arduino-en': 0.52,
};

describe.skipIf(!present)('suggestions for real help centres', () => {
  it.each(Object.keys(FLOORS))(
    'find the article among the first three in %s',
    async (collection) => {
      const articles = readLines<ScoredArticle>(`${collection}/corpus.jsonl`);
      const engine = await build(articles, { lang: collection.endsWith('-en') ? 'en' : 'ru' });
      const questions = sample(readLines<Question>(`${collection}/queries.jsonl`), SAMPLE);
      for (const [variant, floor] of Object.entries(FLOORS[collection] ?? {})) {
        expect(
          await recallAt3(engine, questions, variant),
          `${collection} ${variant}`,
        ).toBeGreaterThanOrEqual(floor);
      }
      const foreign = readOffTopic(collection);
      let silent = 0;
      for (const question of foreign) if ((await engine.search(question, 3)).length === 0) silent++;
      expect(silent / foreign.length).toBeGreaterThanOrEqual(SILENT_OFF_TOPIC[collection] ?? 1);
    },
    60_000,
  );
});

async function recallAt3(
  engine: ScoredEngine,
  questions: readonly Question[],
  variant: string,
): Promise<number> {
  let found = 0;
  let asked = 0;
  for (const { rel, exclude = [], v } of questions) {
    const text = v[variant];
    if (text === undefined) continue;
    asked++;
    const hits = await engine.search(text, 10);
    const top = hits.filter(({ id }) => !exclude.includes(id)).slice(0, 3);
    found += top.filter(({ id }) => rel.includes(id)).length / Math.min(3, rel.length);
  }
  return found / asked;
}

function sample<T>(all: readonly T[], size: number): T[] {
  const step = Math.max(1, Math.floor(all.length / size));
  return all.filter((_, i) => i % step === 0);
}

function readLines<T>(path: string): T[] {
  const lines = readFileSync(CASES + path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function readOffTopic(collection: string): readonly string[] {
  const all = JSON.parse(readFileSync(`${CASES}negatives.json`, 'utf8')) as Record<string, readonly string[]>;
  return all[collection] ?? [];
}
