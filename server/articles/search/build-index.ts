import type { ArticleIndex, ArticleTerms, IndexedArticle, IndexLocale } from './article-index';
import { endSlice, isFull, type Pace, startPace } from './keep-pace';
import { gatherPostings, weighTerms } from './postings';
import { joinHyphenated, splitWords } from './split-words';
import { createVocabulary, learnForm, sortVocabulary, type Vocabulary } from './vocabulary';

/** Entering a new form (stem, root, skeleton, letter pairs) costs as much as reading this many known words. */
const WORK_OF_NEW_FORM = 10;
const MAX_BODY_WORDS = 5000;
/** Ends a heading or keyword, so that a phrase cannot run on into the next one. */
const BREAK = -1;
/** A vocabulary that has grown by so much may hold words that no article has any more, and is begun anew. */
const MOST_GROWTH = 1.5;

export type BuildOptions = {
  readonly locale: IndexLocale;
  /** What was read of the same articles (the same objects) is used again. */
  readonly before?: ArticleIndex | undefined;
};

/**
 * Builds the search index of one locale. Gives way to the event loop after every slice of a few milliseconds, within
 * long articles as well. The same articles give the same answers, in whatever order they come and whatever there was before. Bodies are
 * read up to 5,000 words.
 */
export async function buildArticleIndex(
  articles: readonly IndexedArticle[],
  { locale, before }: BuildOptions,
): Promise<ArticleIndex> {
  const ordered = articles.toSorted((a, b) => a.number - b.number);
  const kept =
    before && before.vocabulary.forms.length <= MOST_GROWTH * before.firstForms ? before : undefined;
  const known = new Map(kept?.articles.map((article, position) => [article, kept.terms[position]]));
  const vocabulary = kept?.vocabulary ?? createVocabulary();
  const pace = startPace();
  const terms: ArticleTerms[] = [];
  for (const article of ordered) {
    terms.push(known.get(article) ?? (await readArticle(vocabulary, article, pace)));
    if (isFull(pace, 1)) await endSlice(pace);
  }
  await endSlice(pace);
  await sortVocabulary(vocabulary, pace);
  await endSlice(pace);
  const postings = await gatherPostings(terms, vocabulary.terms.length, pace);
  return {
    locale,
    articles: ordered,
    terms,
    vocabulary,
    positions: new Map(ordered.map(({ number }, position) => [number, position])),
    postings,
    firstForms: kept?.firstForms ?? vocabulary.forms.length,
    slices: pace.slices,
  };
}

async function readArticle(
  vocabulary: Vocabulary,
  article: IndexedArticle,
  pace: Pace,
): Promise<ArticleTerms> {
  const words = splitWords(article.body, MAX_BODY_WORDS);
  const bodyStarts = new (article.body.length < 2 ** 16 ? Uint16Array : Uint32Array)(words.length);
  const bodyLengths = new Uint8Array(words.length);
  const body = new Int32Array(words.length);
  const forms = new Set<number>();
  for (const [i, word] of words.entries()) {
    const known = vocabulary.forms.length;
    const form = learnForm(vocabulary, word.form);
    forms.add(form);
    body[i] = vocabulary.termOfForm[form] ?? 0;
    bodyStarts[i] = word.start;
    bodyLengths[i] = Math.min(255, word.end - word.start);
    if (isFull(pace, vocabulary.forms.length > known ? WORK_OF_NEW_FORM : 1)) await endSlice(pace);
  }
  const short = (texts: readonly string[]) => readShort(vocabulary, texts, forms);
  const title = short([article.title]);
  const headings = short(article.headings);
  const keywords = short([article.section, ...article.keywords]);
  if (isFull(pace, words.length)) await endSlice(pace);
  return {
    title,
    headings,
    keywords,
    body,
    bodyStarts,
    bodyLengths,
    forms: Uint32Array.from(forms),
    ...weighTerms({ title, headings, keywords, body }),
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
