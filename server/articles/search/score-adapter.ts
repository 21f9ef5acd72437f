import type { IndexLocale } from './article-index';
import { buildArticleIndex } from './build-index';
import { loadSynonyms } from './load-synonyms';
import { openView } from './open-view';
import { compileRules } from './search-rules';
import { suggestFromIndex } from './suggest-from-index';

/** What a scorer of suggestions gives: `keywords` is the path of sections, outermost first. */
export type ScoredArticle = {
  readonly id: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly keywords: readonly string[];
  readonly body: string;
};

export type ScoredEngine = {
  search(query: string, limit: number): { id: string }[] | Promise<{ id: string }[]>;
  close?(): Promise<void>;
};

export const name = 'beseda';

/** The product's own pipeline in the shape in which suggestion engines are compared. */
export async function build(
  articles: readonly ScoredArticle[],
  { lang }: { lang: IndexLocale },
): Promise<ScoredEngine> {
  const indexed = articles.map(({ id, title, headings, keywords, body }, position) => ({
    number: position + 1,
    locale: lang,
    slug: id,
    title,
    section: keywords.at(-1) ?? '',
    headings,
    body,
    keywords: keywords.slice(0, -1),
    routes: [],
  }));
  const index = await buildArticleIndex(indexed, { locale: lang });
  const view = await openView(index, compileRules(lang, loadSynonyms()));
  return {
    search: (query, limit) =>
      suggestFromIndex(view, query, { limit }).map(({ number }) => ({ id: articles[number - 1]?.id ?? '' })),
  };
}
