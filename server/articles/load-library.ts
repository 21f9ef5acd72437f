import { expandSnippets, hasSnippets } from '@beseda/shared/domain/expand-snippets';
import { LOCALES } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import { type KnownBodies, type Library, loadArticles, type StoredArticle } from './load-articles';
import { loadPictures, type Pictures } from './load-pictures';
import { mapInSlices } from './search/keep-pace';

/** Articles as they are read: with their snippets in their places, and the sizes of the pictures that may stand in them. */
export interface ReadLibrary extends Library {
  pictures: Pictures;
}

export async function loadLibrary(tx: Transaction, known?: KnownBodies): Promise<ReadLibrary> {
  const library = await loadArticles(tx, known);
  const find = await loadSnippets(tx);
  const articles = await mapInSlices(library.articles, (article) =>
    hasSnippets(article.body) ? { ...article, body: expandSnippets(article.body, find(article)) } : article,
  );
  return { ...library, articles, pictures: await loadPictures(tx) };
}

/** How a text in one locale finds its snippets: in its own, else in another one. */
export async function loadSnippets({
  sql,
}: Transaction): Promise<(text: Pick<StoredArticle, 'locale'>) => (key: string) => string | undefined> {
  const rows = await sql<{ key: string; locale: string; body: string }[]>`
    select key, locale, body from article_snippets`;
  const bodies = new Map(rows.map(({ key, locale, body }) => [`${locale} ${key}`, body]));
  return ({ locale }) =>
    (key) =>
      [locale, ...LOCALES].map((one) => bodies.get(`${one} ${key}`)).find((body) => body !== undefined);
}
