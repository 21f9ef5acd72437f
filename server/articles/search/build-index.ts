import { setImmediate as giveWay } from 'node:timers/promises';
import MiniSearch from 'minisearch';

import type { ArticleIndex, ArticleTerms, IndexedArticle, IndexLocale, MiniDocument } from './article-index';
import { compileSynonyms, type Synonyms, type SynonymTable } from './load-synonyms';
import { joinHyphenated, splitWords } from './split-words';
import { createVocabulary, learnForm, sortForms, sortSkeletons, type Vocabulary } from './vocabulary';

const WORK_PER_SLICE = 1500;
/** Entering a new form (stem, root, skeleton, letter pairs) costs as much as reading this many known words. */
const WORK_OF_NEW_FORM = 10;
const MAX_BODY_WORDS = 5000;
/** Ends a heading or keyword, so that a phrase cannot run on into the next one. */
const BREAK = -1;

/** Work done since the build last gave way to the event loop, in words read. */
type Pace = { work: number; slices: number };

/**
 * Builds the search index of one locale. Gives way to the event loop after every slice of a few milliseconds, within
 * long articles as well. The same articles give the same index, in whatever order they come. Bodies are read up to
 * 5,000 words.
 */
export async function buildArticleIndex(
  articles: readonly IndexedArticle[],
  options: { locale: IndexLocale; synonyms?: Synonyms },
): Promise<ArticleIndex> {
  const ordered = articles.toSorted((a, b) => a.number - b.number);
  const vocabulary = createVocabulary();
  const mini = createMini();
  const terms: ArticleTerms[] = [];
  const pace: Pace = { work: 0, slices: 1 };
  let bodyWords = 0;
  for (const article of ordered) {
    const read = await readArticle(vocabulary, article, pace);
    await spend(pace, read.body.length);
    mini.add(toDocument(vocabulary, terms.push(read) - 1, read));
    bodyWords += read.body.length;
  }
  await spend(pace, WORK_PER_SLICE);
  sortForms(vocabulary);
  await spend(pace, WORK_PER_SLICE);
  sortSkeletons(vocabulary);
  const synonyms: SynonymTable = compileSynonyms(options.synonyms, options.locale);
  const averageBodyLength = Math.max(1, bodyWords / Math.max(1, ordered.length));
  const { slices } = pace;
  return {
    locale: options.locale,
    articles: ordered,
    terms,
    vocabulary,
    synonyms,
    mini,
    averageBodyLength,
    slices,
  };
}

async function spend(pace: Pace, work: number): Promise<void> {
  pace.work += work;
  if (pace.work < WORK_PER_SLICE) return;
  pace.work = 0;
  pace.slices++;
  await giveWay();
}

function createMini(): MiniSearch<MiniDocument> {
  return new MiniSearch<MiniDocument>({
    fields: ['title', 'headings', 'keywords', 'body'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost: { title: 6, headings: 2, keywords: 2 }, bm25: { k: 1.2, b: 0.6, d: 0 } },
  });
}

async function readArticle(
  vocabulary: Vocabulary,
  article: IndexedArticle,
  pace: Pace,
): Promise<ArticleTerms> {
  const body = splitWords(article.body, MAX_BODY_WORDS);
  const bodyOffsets = new Uint32Array(body.length * 2);
  const bodyTerms = new Int32Array(body.length);
  for (const [i, word] of body.entries()) {
    const known = vocabulary.idOfForm.size;
    bodyTerms[i] = learnForm(vocabulary, word.form);
    bodyOffsets[2 * i] = word.start;
    bodyOffsets[2 * i + 1] = word.end;
    pace.work += vocabulary.idOfForm.size > known ? WORK_OF_NEW_FORM : 1;
    if (pace.work >= WORK_PER_SLICE) await spend(pace, 0);
  }
  const read: ArticleTerms = {
    title: readShort(vocabulary, [article.title]),
    headings: readShort(vocabulary, article.headings),
    keywords: readShort(vocabulary, [article.section, ...article.keywords]),
    body: bodyTerms,
    bodyOffsets,
  };
  countTerms(vocabulary, read);
  return read;
}

/** Titles, headings and keywords; hyphenated words are entered joined, too («wi-fi» is found by "wifi"). */
function readShort(vocabulary: Vocabulary, texts: readonly string[]): Int32Array {
  const ids: number[] = [];
  for (const text of texts) {
    const words = splitWords(text);
    for (const [i, word] of words.entries()) {
      ids.push(learnForm(vocabulary, word.form));
      const next = words[i + 1];
      const joined = next && joinHyphenated(text, word, next);
      if (joined !== undefined) ids.push(learnForm(vocabulary, joined));
    }
    ids.push(BREAK);
  }
  return Int32Array.from(ids);
}

function countTerms(vocabulary: Vocabulary, read: ArticleTerms): void {
  const seen = new Set([...read.title, ...read.headings, ...read.keywords, ...read.body]);
  seen.delete(BREAK);
  for (const id of seen) vocabulary.articleCounts[id] = (vocabulary.articleCounts[id] ?? 0) + 1;
}

function toDocument(vocabulary: Vocabulary, id: number, read: ArticleTerms): MiniDocument {
  const join = (ids: Int32Array) => Array.from(ids, (term) => vocabulary.terms[term] ?? '').join(' ');
  return {
    id,
    title: join(read.title),
    headings: join(read.headings),
    keywords: join(read.keywords),
    body: join(read.body),
  };
}
