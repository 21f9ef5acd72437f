import { describe, expect, it } from 'vitest';

import { inventArticles, inventQueries } from '../../testing/invent-articles';
import type { IndexedArticle, IndexView } from './article-index';
import { buildArticleIndex } from './build-index';
import { correctQuery } from './correct-query';
import { explainSuggestions } from './explain-suggestions';
import { findClosestFromIndex } from './find-closest';
import { loadSynonyms } from './load-synonyms';
import { openView } from './open-view';
import { resolveQuery } from './resolve-query';
import { compileRules } from './search-rules';
import { searchFromIndex, suggestFromIndex } from './suggest-from-index';

const READABLE = 12;

const options = { limit: 10, route: '/stores' };
const everything = (view: IndexView, query: string) => ({
  suggested: suggestFromIndex(view, query, options),
  found: searchFromIndex(view, query, options),
  why: explainSuggestions(view, query, options),
  closest: findClosestFromIndex(view, query, options),
  meant: correctQuery(resolveQuery(view, query), query),
});

describe('a view', () => {
  it('answers as if there were nothing but what its readers may read', async () => {
    const rules = compileRules('ru', loadSynonyms());
    for (let seed = 1; seed <= 12; seed++) {
      const articles = inventArticles(seed, 40);
      const open = articles.filter((_, i) => i % 3 === 0).slice(0, READABLE);
      const mayRead = new Set(open.map(({ number }) => number));
      const masked = await openView(await buildArticleIndex(articles, { locale: 'ru' }), rules, (number) =>
        mayRead.has(number),
      );
      const alone = await openView(await buildArticleIndex(open, { locale: 'ru' }), rules);
      for (const query of inventQueries(seed)) {
        expect(everything(masked, query), `${seed}: ${query}`).toEqual(everything(alone, query));
      }
    }
  });

  it('neither knows, completes nor repairs a word that only private articles have', async () => {
    const make = (number: number, body: string) => ({
      ...(inventArticles(number, 1)[0] as IndexedArticle),
      number,
      body,
    });
    const index = await buildArticleIndex([make(1, 'кошелёк'), make(2, 'секретариат проверяет звонящего')], {
      locale: 'ru',
    });
    const rules = compileRules('ru');
    const [stranger, agent] = await Promise.all([
      openView(index, rules, (number) => number === 1),
      openView(index, rules),
    ]);
    for (const typed of ['секретариат', 'секретар', 'секретариту', 'ctrhtnfhbfn', 'sekretariat']) {
      const known = (view: IndexView) =>
        explainSuggestions(view, typed, { limit: 5 }).words.flatMap(({ readings }) =>
          readings.map(({ word }) => word),
        );
      expect(known(stranger), typed).toEqual([]);
      expect(known(agent), typed).toContain('секретариат');
    }
  });
});
