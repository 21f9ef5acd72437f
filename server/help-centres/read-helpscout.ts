import type { ForeignArticle, ForeignBase, ImportNote, SavedAnswer } from './foreign-base';
import {
  byId,
  dayOf,
  guessLocale,
  idOf,
  isObject,
  type Json,
  localeOf,
  objectsOf,
  pathOf,
  textOf,
} from './read-json';

type Filed = Json & { readonly file: string };

/**
 * Help Scout Docs: answers of `/v1/articles/{id}` (`{article}`), of `/v1/collections` and `/v1/collections/{id}/categories`, and,
 * for articles whose own answer is missing, of the lists of articles, which say nothing of their text.
 */
export function readHelpScout(answers: readonly SavedAnswer[]): ForeignBase {
  const notes: ImportNote[] = [];
  const collections = byId(itemsOf(answers, 'collections', 'collection'));
  const categories = byId(itemsOf(answers, 'categories', 'category'));
  const articles = new Map<string, ForeignArticle>();
  const listed = new Map<string, Filed>();
  for (const article of itemsOf(answers, 'articles', 'article')) {
    const id = idOf(article.id);
    if (id === null) notes.push({ file: article.file, id, reason: 'an article without an id' });
    else if (typeof article.text !== 'string') listed.set(id, article);
    else {
      const read = readArticle(id, article, { collections, categories }, notes);
      if (read) articles.set(id, read);
    }
  }
  for (const [id, { file }] of listed) {
    if (!articles.has(id))
      notes.push({ file, id, reason: `its text is missing: save the answer of /v1/articles/${id} too` });
  }
  return { articles: [...articles.values()], notes };
}

/** `{articles: {page, pages, count, items}}`, or `{article}` alone. */
function itemsOf(answers: readonly SavedAnswer[], many: string, one: string): Filed[] {
  return answers.flatMap(({ file, json }) => {
    if (!isObject(json)) return [];
    const list = json[many];
    const items = isObject(list) ? objectsOf(list.items) : objectsOf(list);
    return [...items, ...objectsOf([json[one]])].map((item) => ({ ...item, file }));
  });
}

function readArticle(
  id: string,
  article: Filed,
  known: { collections: ReadonlyMap<string, Json>; categories: ReadonlyMap<string, Json> },
  notes: ImportNote[],
): ForeignArticle | undefined {
  const title = textOf(article.name).trim();
  const note = (reason: string) => void notes.push({ file: article.file, id, reason });
  if (title === '') return note('a title is missing');
  const collection = known.collections.get(idOf(article.collectionId) ?? '');
  const named = Array.isArray(article.categories) ? article.categories.map(idOf) : [];
  const category = named.map((one) => known.categories.get(one ?? '')).find((one) => one !== undefined);
  if (named.length > 1) note('in several categories there, in the first of them here');
  if (article.hasDraft === true) note('has a draft there that is not in these files');
  const posted = dayOf(article.createdAt) ?? '2000-01-01';
  const html = textOf(article.text);
  const keywords = Array.isArray(article.keywords)
    ? article.keywords.filter((word) => typeof word === 'string')
    : [];
  const own = pathOf(article.publicUrl);
  return {
    id,
    locale: localeOf(article.locale) ?? guessLocale(`${title} ${html.replace(/<[^>]*>/g, ' ')}`),
    title,
    html,
    category: textOf(collection?.name).trim() || null,
    section: textOf(category?.name).trim() || null,
    keywords,
    author: null,
    posted,
    updated: dayOf(article.lastPublishedAt) ?? dayOf(article.updatedAt) ?? posted,
    visibility:
      collection?.visibility === 'private' || category?.visibility === 'private' ? 'agents' : 'public',
    isDraft: article.status !== 'published',
    paths: [own, idOf(article.number) === null ? null : `/article/${idOf(article.number)}`].filter(
      (path) => path !== null,
    ),
    file: article.file,
  };
}
