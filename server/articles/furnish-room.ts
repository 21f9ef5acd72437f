import { type ContentsCategory, layOutContents } from './lay-out-contents';
import type { Library, Section, StoredArticle } from './load-articles';
import type { IndexView } from './search/article-index';

/** What readers of one class read in one locale. */
export interface Room {
  articles: readonly StoredArticle[];
  byNumber: ReadonlyMap<number, StoredArticle>;
  bySlug: ReadonlyMap<string, StoredArticle>;
  /** By number; none is empty. */
  sections: ReadonlyMap<number, Section>;
  /** The same in categories, in the order that authors gave them. */
  contents: readonly ContentsCategory[];
  /** All articles of the locale, as far as these readers may read them. */
  view: IndexView;
}

/** `tree`: all sections and categories that there are in this locale. */
export async function furnishRoom(
  articles: readonly StoredArticle[],
  tree: Pick<Library, 'sections' | 'categories'>,
  view: IndexView,
): Promise<Room> {
  const contents = await layOutContents(articles, tree);
  const filled = new Set(articles.map(({ sectionNumber }) => sectionNumber));
  return {
    articles,
    byNumber: new Map(articles.map((article) => [article.number, article])),
    bySlug: new Map(articles.map((article) => [article.slug, article])),
    sections: new Map(
      tree.sections.filter(({ number }) => filled.has(number)).map((section) => [section.number, section]),
    ),
    contents,
    view,
  };
}
