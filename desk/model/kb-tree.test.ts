import type { KbArticle, KbSection, KbTree } from '@beseda/shared/protocol/kb-tree';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  applyOrder,
  articlesOf,
  dropOrder,
  listRows,
  type Order,
  type Row,
  reverseChange,
  reverseOrder,
  stepOrder,
} from './kb-tree';
import { keepSame } from './keep-same';

const rule = { visibility: 'public', plans: [], roles: [] } as const;
const open = () => ({ ...rule, plans: [], roles: [] });
const heading = (title: string) => ({ title, lead: '', url: '' });

function section(number: number, category: number | null): KbSection {
  return { number, category, routes: [], ...open(), texts: { ru: heading(`Раздел ${number}`) } };
}

function article(number: number, inSection: number | null, title = `Статья ${number}`): KbArticle {
  const texts = {
    ru: { title, url: '', draft: null },
    en: { title: `Article ${number}`, url: '', draft: null },
  };
  return { number, section: inSection, owner: null, checkBy: null, ...open(), texts };
}

const TREE: KbTree = {
  categories: [
    { number: 1, ...open(), texts: { ru: heading('Деньги'), en: heading('Money') } },
    { number: 2, ...open(), texts: { ru: heading('Доступ') } },
  ],
  sections: [section(10, 1), section(11, 1), section(20, 2), section(30, null)],
  articles: [article(1, 10), article(2, 10), article(3, 11), article(4, 20, 'Пароль'), article(5, null)],
  plans: [],
};

const NOTHING: ReadonlySet<string> = new Set();
const keys = (query = '', closed = NOTHING) =>
  listRows(TREE, { closed, query, locale: 'ru' }).map(({ key }) => key);
const rowOf = (key: string): Row => {
  const found = listRows(TREE, { closed: NOTHING, query: '', locale: 'ru' }).find((row) => row.key === key);
  if (!found) throw new Error(key);
  return found;
};
const numbersIn = (tree: KbTree, inSection: number) =>
  articlesOf(tree, inSection).map(({ number }) => number);

describe('rows', () => {
  it('stand in reading order, what is in no category or section last', () => {
    expect(keys()).toEqual([
      'category:1',
      'section:10',
      'article:1',
      'article:2',
      'section:11',
      'article:3',
      'category:2',
      'section:20',
      'article:4',
      'category:',
      'section:30',
      'article:5',
    ]);
  });

  it('are folded away with what they stand in', () => {
    expect(keys('', new Set(['category:1', 'section:20']))).toEqual([
      'category:1',
      'category:2',
      'section:20',
      'category:',
      'section:30',
      'article:5',
    ]);
  });

  it.each([
    ['пароль', ['category:2', 'section:20', 'article:4']],
    ['article 3', ['category:1', 'section:11', 'article:3']],
    ['раздел 10', ['category:1', 'section:10', 'article:1', 'article:2']],
    ['money', ['category:1', 'section:10', 'article:1', 'article:2', 'section:11', 'article:3']],
    ['4', ['category:2', 'section:20', 'article:4']],
    ['нет такого', []],
  ])('are found by %s, in either language, folded or not', (query, expected) => {
    expect(keys(query, new Set(['category:1', 'section:20']))).toEqual(expected);
  });
});

describe('a step', () => {
  it.each([
    ['article:2', -1, { kind: 'article', parent: 10, numbers: [2, 1] }],
    ['article:2', 1, { kind: 'article', parent: 11, numbers: [2, 3] }],
    ['article:4', -1, { kind: 'article', parent: 11, numbers: [3, 4] }],
    ['article:4', 1, { kind: 'article', parent: 30, numbers: [4] }],
    ['article:1', -1, null],
    ['section:11', -1, { kind: 'section', parent: 1, numbers: [11, 10] }],
    ['section:11', 1, null],
    ['category:1', 1, { kind: 'category', parent: null, numbers: [2, 1] }],
    ['category:', 1, null],
  ] as const)('of %s by %i', (key, by, expected) => {
    expect(stepOrder(TREE, rowOf(key), by)).toEqual(expected);
  });
});

describe('a drop', () => {
  it.each([
    ['article:3', 'article:1', false, { kind: 'article', parent: 10, numbers: [3, 1, 2] }],
    ['article:1', 'article:2', true, { kind: 'article', parent: 10, numbers: [2, 1] }],
    ['article:1', 'section:20', true, { kind: 'article', parent: 20, numbers: [4, 1] }],
    ['section:20', 'section:10', true, { kind: 'section', parent: 1, numbers: [10, 20, 11] }],
    ['section:10', 'category:', true, { kind: 'section', parent: null, numbers: [30, 10] }],
    ['category:2', 'category:1', false, { kind: 'category', parent: null, numbers: [2, 1] }],
    ['article:1', 'category:1', true, null],
    ['article:1', 'article:5', true, null],
    ['category:1', 'section:10', true, null],
    ['article:1', 'article:1', true, null],
  ] as const)('of %s on %s', (dragged, onto, after, expected) => {
    expect(dropOrder(TREE, rowOf(dragged), rowOf(onto), after)).toEqual(expected);
  });
});

describe('undo', () => {
  it.each<Order>([
    { kind: 'article', parent: 10, numbers: [3, 2, 1] },
    { kind: 'article', parent: 20, numbers: [1, 4] },
    { kind: 'section', parent: 2, numbers: [11, 20] },
    { kind: 'section', parent: null, numbers: [10, 30] },
    { kind: 'category', parent: null, numbers: [2, 1] },
  ])('puts everything back where it was: %j', (order) => {
    const back = reverseOrder(TREE, order).reduce(applyOrder, applyOrder(TREE, order));
    const shown = (tree: KbTree) =>
      listRows(tree, { closed: NOTHING, query: '', locale: 'ru' }).map(({ key }) => key);
    expect(shown(applyOrder(TREE, order))).not.toEqual(shown(TREE));
    expect(shown(back)).toEqual(shown(TREE));
  });

  it('gives many articles back what each of them had', () => {
    const before = applyChanges(TREE, [{ numbers: [2], visibility: 'staff', plans: ['start'] }]);
    const change = { numbers: [1, 2, 3], section: 20, visibility: 'agents', plans: [] } as const;
    const given = { ...change, numbers: [...change.numbers], plans: [] };
    const after = applyChanges(before, [given]);
    expect(numbersIn(after, 20)).toEqual([4, 1, 2, 3]);
    const back = applyChanges(after, reverseChange(before, given));
    for (const article of before.articles) {
      expect(back.articles.find(({ number }) => number === article.number)).toEqual(article);
    }
  });
});

describe('what is drawn anew', () => {
  const rows = (tree: KbTree) => listRows(tree, { closed: NOTHING, query: '', locale: 'ru' });
  const copy = (tree: KbTree) => JSON.parse(JSON.stringify(tree)) as KbTree;

  it('is nothing of the articles that are as they were, wherever they stand', () => {
    const after = applyOrder(TREE, { kind: 'article', parent: 10, numbers: [2, 1] });
    const before = new Set<Row>(rows(TREE));
    const anew = rows(after).filter((row) => row.kind === 'article' && !before.has(row));
    expect(anew).toEqual([]);
  });

  it('is what differs in the answer of the server', () => {
    const answer = copy(TREE);
    answer.articles = answer.articles
      .map((one) => (one.number === 3 ? article(3, 11, 'Новое') : one))
      .reverse();
    const now = keepSame(TREE, answer);
    expect(now).toEqual(answer);
    const before = new Set(TREE.articles);
    expect(now.articles.filter((one) => !before.has(one)).map(({ number }) => number)).toEqual([3]);
    expect(now.plans).toBe(TREE.plans);
  });
});
