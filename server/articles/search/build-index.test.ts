import { describe, expect, it } from 'vitest';

import { inventArticles, inventQueries } from '../../testing/invent-articles';
import type { IndexedArticle } from './article-index';
import { buildArticleIndex } from './build-index';
import { openView } from './open-view';
import { compileRules } from './search-rules';
import { searchFromIndex, suggestFromIndex } from './suggest-from-index';

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

  it('answers the same when it goes on from what it has read before, however often', async () => {
    const rules = compileRules('ru');
    for (let seed = 1; seed <= 6; seed++) {
      let articles = inventArticles(seed, 30);
      let index = await buildArticleIndex(articles, { locale: 'ru' });
      for (let round = 1; round <= 4; round++) {
        const others = inventArticles(seed * 31 + round, 40);
        articles = others.flatMap((other, i) =>
          i % 9 === round ? [] : [i % 4 === round ? other : (articles[i] ?? other)],
        );
        index = await buildArticleIndex(articles, { locale: 'ru', before: index });
      }
      const anew = await openView(await buildArticleIndex(articles, { locale: 'ru' }), rules);
      const view = await openView(index, rules);
      for (const query of inventQueries(seed)) {
        const answer = searchFromIndex(anew, query, { limit: 40 });
        expect(searchFromIndex(view, query, { limit: 40 }), `${seed}: ${query}`).toEqual(answer);
        expect(suggestFromIndex(view, query, { limit: 40 })).toEqual(
          suggestFromIndex(anew, query, { limit: 40 }),
        );
      }
    }
  });

  it('reads an article again only when it has changed', async () => {
    const articles = inventArticles(1, 20);
    const before = await buildArticleIndex(articles, { locale: 'ru' });
    const changed = articles.map((one, i) => (i === 3 ? { ...one, body: 'новое слово' } : one));
    const { terms } = await buildArticleIndex(changed, { locale: 'ru', before });
    expect(terms.filter((read, i) => read !== before.terms[i])).toHaveLength(1);
  });

  it('does not heap up words that no article has any more', async () => {
    let index = await buildArticleIndex([article(1, 'слово')], { locale: 'ru' });
    for (let i = 0; i < 50; i++) {
      index = await buildArticleIndex([article(1, `слово${'абвгд'[i % 5]}${i}`)], {
        locale: 'ru',
        before: index,
      });
    }
    expect(index.vocabulary.forms.length).toBeLessThan(20);
  });

  it('takes no articles at all', async () => {
    const index = await buildArticleIndex([], { locale: 'en' });
    expect(suggestFromIndex(await openView(index, compileRules('en')), 'anything', { limit: 3 })).toEqual([]);
  });
});
