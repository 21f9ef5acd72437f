import MiniSearch from 'minisearch';

import type { ScoredArticle, ScoredEngine } from '../score-adapter';

export const name = 'plain-minisearch';

/** MiniSearch as its documentation shows it for suggesting: prefix search, fuzzy 0.2, titles count double. */
export async function build(articles: readonly ScoredArticle[]): Promise<ScoredEngine> {
  const mini = new MiniSearch({
    fields: ['title', 'headings', 'keywords', 'body'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  });
  await mini.addAllAsync(
    articles.map((article) => ({
      ...article,
      headings: article.headings.join(' '),
      keywords: article.keywords.join(' '),
    })),
  );
  return {
    search: (query, limit) =>
      mini
        .search(query)
        .slice(0, limit)
        .map((hit) => ({ id: String(hit.id) })),
  };
}
