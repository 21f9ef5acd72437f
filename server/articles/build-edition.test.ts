import { describe, expect, it } from 'vitest';
import { buildEdition, type Edition, roomOf } from './build-edition';
import type { Section, StoredArticle } from './load-articles';
import type { ReadLibrary } from './load-library';
import type { Reader } from './may-read';
import { presentHits } from './present-hits';
import { findArticle, renderArticle } from './render-article';
import { compileRules } from './search/search-rules';
import { searchFromIndex } from './search/suggest-from-index';

const rules = { ru: compileRules('ru'), en: compileRules('en') };
const ANYBODY: Reader = { is: 'anybody' };
const STAFF: Reader = { is: 'staff', plan: null, role: 'staff' };
const INSIDE: Reader = { is: 'inside' };
const SECTIONS: Section[] = [
  section({ locale: 'ru', slug: 'razdel', title: 'Раздел' }),
  section({ locale: 'en', slug: 'section', title: 'Section' }),
];

function section(more: Pick<Section, 'locale' | 'slug' | 'title'>): Section {
  const place = { number: 1, position: 1, categoryNumber: null, lead: '', routes: [] };
  return { ...place, visibility: 'public', plans: [], roles: [], ...more };
}

function article(number: number, more: Partial<StoredArticle> = {}): StoredArticle {
  return {
    number,
    slug: `a-${number}`,
    locale: 'ru',
    title: `Статья ${number}`,
    category: null,
    section: 'Раздел',
    sectionNumber: 1,
    keywords: [],
    routes: [],
    author: 'A',
    posted: '2026-01-01',
    updated: '2026-01-01',
    visibility: 'public',
    plans: [],
    roles: [],
    version: 1,
    position: number,
    translatedFrom: null,
    translatedVersion: null,
    body: 'Текст о кошельках.',
    ...more,
  };
}

const english = (number: number, more: Partial<StoredArticle> = {}) =>
  article(number, { locale: 'en', section: 'Section', ...more });

async function build(
  articles: StoredArticle[],
  before?: Edition,
): Promise<{ edition: Edition; steps: Edition[] }> {
  const steps: Edition[] = [];
  const library: ReadLibrary = {
    articles: articles.map((one) => ({ ...one })),
    sections: SECTIONS,
    categories: [],
    pictures: new Map(),
  };
  const version = (before?.version ?? 0) + 1;
  const edition = await buildEdition(library, version, {
    rules,
    before,
    publish: (step) => steps.push(step),
  });
  return { edition, steps };
}

describe('buildEdition', () => {
  it('searches with one index for all readers of a language, and with the former one while nothing changes', async () => {
    const staff = article(2, { visibility: 'staff' });
    const { edition: first } = await build([article(1), staff, english(1)]);
    const { edition: second } = await build([article(1), { ...staff, body: 'Иначе.' }, english(1)], first);
    const viewsOf = (edition: Edition, locale: 'ru' | 'en') =>
      [ANYBODY, STAFF, INSIDE].map((reader) => roomOf(edition, locale, reader).view);
    expect(viewsOf(second, 'en')[0]?.index).toBe(viewsOf(first, 'en')[0]?.index);
    expect(new Set(viewsOf(second, 'ru').map(({ index }) => index)).size).toBe(1);
    expect(viewsOf(second, 'ru')[0]?.index).not.toBe(viewsOf(first, 'ru')[0]?.index);
    expect(viewsOf(second, 'ru').map(({ total }) => total)).toEqual([1, 2, 2]);
    expect(roomOf(second, 'ru', INSIDE)).toBe(roomOf(second, 'ru', STAFF));
    expect(roomOf(second, 'ru', STAFF).byNumber.get(2)?.body).toBe('Иначе.');
  });

  it('lets everything be read, and nothing private be found, before it can be searched', async () => {
    const { edition: first, steps: none } = await build([article(1), article(2)]);
    expect(none).toEqual([]);
    const { steps } = await build([article(1), article(2, { visibility: 'agents' }), article(3)], first);
    const [step] = steps;
    if (!step) throw new Error('no step');
    expect(steps).toHaveLength(1);
    expect(step.version).toBe(first.version);
    expect([...roomOf(step, 'ru', ANYBODY).byNumber.keys()]).toEqual([1, 3]);
    expect([...roomOf(step, 'ru', INSIDE).byNumber.keys()]).toEqual([1, 2, 3]);
    const found = (reader: Reader) => {
      const room = roomOf(step, 'ru', reader);
      return presentHits(room, searchFromIndex(room.view, 'кошелёк', { limit: 10 })).map(
        ({ number }) => number,
      );
    };
    expect([found(ANYBODY), found(INSIDE)]).toEqual([[1], [1, 2]]);
  });

  it('follows a link to an article that came later, in the other language', async () => {
    const linking = article(1, { body: '[вторая](article:2)' });
    const { edition: first } = await build([linking]);
    const html = (edition: Edition) => {
      const found = findArticle(edition, ANYBODY, '1', 'ru');
      return found && renderArticle(edition, ANYBODY, found);
    };
    expect(html(first)).toBe('<p>вторая</p>\n');
    const { edition: second } = await build([linking, english(2)], first);
    expect(html(second)).toBe('<p><a href="/help/en/article/2-a-2" data-article="2">вторая</a></p>\n');
  });

  it('gives way to other work again and again', async () => {
    let turns = 0;
    let building = true;
    const count = () => {
      turns++;
      if (building) setImmediate(count);
    };
    setImmediate(count);
    await build(Array.from({ length: 200 }, (_, at) => article(at + 1, { body: 'слово '.repeat(300) })));
    building = false;
    expect(turns).toBeGreaterThan(40);
  });
});
