import { describe, expect, it } from 'vitest';

import type { IndexedArticle } from './article-index';
import { buildArticleIndex } from './build-index';
import { openView } from './open-view';
import { compileRules } from './search-rules';
import { suggestFromIndex } from './suggest-from-index';

function article(number: number, body: string): IndexedArticle {
  const title = `Статья номер ${number}`;
  return {
    number,
    locale: 'ru',
    slug: 's',
    title,
    section: 'Раздел',
    headings: [],
    body,
    keywords: [],
    routes: [],
  };
}

describe('buildArticleIndex', () => {
  it('gives way to other work after every few articles', async () => {
    const body = 'слово '.repeat(1000);
    const articles = Array.from({ length: 50 }, (_, i) => article(i + 1, body));
    let turns = 0;
    const count = () => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const { slices } = await buildArticleIndex(articles, { locale: 'ru' });
    clearImmediate(timer);
    expect(slices).toBeGreaterThanOrEqual(25);
    expect(turns).toBeGreaterThanOrEqual(slices - 1);
  });

  it('reads no more than a bounded part of one enormous article', async () => {
    const { terms, slices } = await buildArticleIndex([article(1, 'слово '.repeat(50_000))], {
      locale: 'ru',
    });
    expect(terms[0]?.body.length).toBe(5000);
    expect(slices).toBeGreaterThan(5);
  });

  it('is the same in whatever order the articles come', async () => {
    const articles = ['вывод денег', 'перевод денег', 'деньги и кошельки', 'вывод денег'].map((body, i) =>
      article(i + 1, body),
    );
    const forward = await openView(await buildArticleIndex(articles, { locale: 'ru' }), compileRules('ru'));
    const backward = await openView(
      await buildArticleIndex(articles.toReversed(), { locale: 'ru' }),
      compileRules('ru'),
    );
    for (const query of ['вывод денег', 'денги', 'dsdjl', 'статья']) {
      const answer = suggestFromIndex(forward, query, { limit: 10 });
      expect(suggestFromIndex(backward, query, { limit: 10 })).toEqual(answer);
    }
  });

  it('takes no articles at all', async () => {
    const index = await buildArticleIndex([], { locale: 'en' });
    expect(suggestFromIndex(await openView(index, compileRules('en')), 'anything', { limit: 3 })).toEqual([]);
  });
});
