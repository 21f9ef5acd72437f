import { describe, expect, it } from 'vitest';

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

const WORDS =
  `кошелёк кошелька вывод вывести вывода деньги денег карта карту участник участника спонсор спонсора пароль
  пароля склад склада товар товары возврат вернуть бонус бонусы отчёт отчёты отчётов период периода вайфай wi-fi wifi
  excel csv import импорт доступ доступа роль роли настройка настроить оплата оплатить`.split(/\s+/);
const READABLE = 12;

/** The same numbers each time: a failure repeats. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function makeArticles(seed: number, count: number): IndexedArticle[] {
  const random = makeRandom(seed);
  const say = (length: number) =>
    Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '').join(' ');
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    locale: 'ru',
    slug: 's',
    title: say(3),
    section: say(1),
    headings: [say(2)],
    body: say(12),
    keywords: [],
    routes: random() < 0.3 ? ['/stores'] : [],
  }));
}

/** As they are typed: as they are, cut short, with an error, on the other layout, romanised. */
function makeQueries(seed: number): string[] {
  const random = makeRandom(seed);
  const pick = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return [
    ...Array.from({ length: 6 }, () => `${pick()} ${pick()}`),
    ...Array.from({ length: 6 }, () => pick().slice(0, 4)),
    ...Array.from({ length: 6 }, () => pick().replace(/^(..)./, '$1х')),
    'rjitktr',
    'dsdjl ltytu',
    'koshelek',
    'vernut tovar',
    'nastroit wai fai',
  ];
}

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
      const articles = makeArticles(seed, 40);
      const open = articles.filter((_, i) => i % 3 === 0).slice(0, READABLE);
      const mayRead = new Set(open.map(({ number }) => number));
      const masked = await openView(await buildArticleIndex(articles, { locale: 'ru' }), rules, (number) =>
        mayRead.has(number),
      );
      const alone = await openView(await buildArticleIndex(open, { locale: 'ru' }), rules);
      for (const query of makeQueries(seed)) {
        expect(everything(masked, query), `${seed}: ${query}`).toEqual(everything(alone, query));
      }
    }
  });

  it('neither knows, completes nor repairs a word that only private articles have', async () => {
    const make = (number: number, body: string) => ({
      ...(makeArticles(number, 1)[0] as IndexedArticle),
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
