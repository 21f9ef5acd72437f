import MiniSearch from 'minisearch';

import type { ArticleIndex, ArticleTerms, IndexedArticle, IndexLocale, MiniDocument } from './article-index';
import { endSlice, isFull, type Pace } from './keep-pace';
import { joinHyphenated, splitWords } from './split-words';
import { createVocabulary, learnForm, sortForms, sortSkeletons, type Vocabulary } from './vocabulary';

/** Entering a new form (stem, root, skeleton, letter pairs) costs as much as reading this many known words. */
const WORK_OF_NEW_FORM = 10;
const MAX_BODY_WORDS = 5000;
/** Ends a heading or keyword, so that a phrase cannot run on into the next one. */
const BREAK = -1;

/**
 * Builds the search index of one locale. Gives way to the event loop after every slice of a few milliseconds, within
 * long articles as well. The same articles give the same index, in whatever order they come. Bodies are read up to
 * 5,000 words.
 */
export async function buildArticleIndex(
  articles: readonly IndexedArticle[],
  options: { locale: IndexLocale },
): Promise<ArticleIndex> {
  const ordered = articles.toSorted((a, b) => a.number - b.number);
  const vocabulary = createVocabulary();
  const mini = createMini();
  const terms: ArticleTerms[] = [];
  const pace: Pace = { work: 0, slices: 1 };
  for (const article of ordered) {
    const read = await readArticle(vocabulary, article, pace);
    if (isFull(pace, read.body.length)) await endSlice(pace);
    mini.add(toDocument(vocabulary, terms.push(read) - 1, read));
  }
  await endSlice(pace);
  sortForms(vocabulary);
  await endSlice(pace);
  sortSkeletons(vocabulary);
  const positions = new Map(ordered.map(({ number }, position) => [number, position]));
  const { slices } = pace;
  return {
    locale: options.locale,
    articles: ordered,
    terms,
    vocabulary,
    positions,
    mini,
    slices,
  };
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
  const forms = new Set<number>();
  for (const [i, word] of body.entries()) {
    const known = vocabulary.forms.length;
    const form = learnForm(vocabulary, word.form);
    forms.add(form);
    bodyTerms[i] = vocabulary.termOfForm[form] ?? 0;
    bodyOffsets[2 * i] = word.start;
    bodyOffsets[2 * i + 1] = word.end;
    if (isFull(pace, vocabulary.forms.length > known ? WORK_OF_NEW_FORM : 1)) await endSlice(pace);
  }
  const short = (texts: readonly string[]) => readShort(vocabulary, texts, forms);
  return {
    title: short([article.title]),
    headings: short(article.headings),
    keywords: short([article.section, ...article.keywords]),
    body: bodyTerms,
    bodyOffsets,
    forms: Uint32Array.from(forms),
  };
}

/** Titles, headings and keywords; hyphenated words are entered joined, too («wi-fi» is found by "wifi"). */
function readShort(vocabulary: Vocabulary, texts: readonly string[], forms: Set<number>): Int32Array {
  const ids: number[] = [];
  const learn = (word: string) => {
    const form = learnForm(vocabulary, word);
    forms.add(form);
    ids.push(vocabulary.termOfForm[form] ?? 0);
  };
  for (const text of texts) {
    const words = splitWords(text);
    for (const [i, word] of words.entries()) {
      learn(word.form);
      const next = words[i + 1];
      const joined = next && joinHyphenated(text, word, next);
      if (joined !== undefined) learn(joined);
    }
    ids.push(BREAK);
  }
  return Int32Array.from(ids);
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
