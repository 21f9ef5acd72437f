import { describe, expect, it } from 'vitest';
import { buildEdition, type Edition, roomOf } from './build-edition';
import type { Library, Section, StoredArticle } from './load-articles';
import { findArticle, renderArticle } from './render-article';
import { parseSynonyms } from './search/load-synonyms';

const synonyms = parseSynonyms('');
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
  const library: Library = {
    articles: articles.map((one) => ({ ...one })),
    sections: SECTIONS,
    categories: [],
  };
  const version = (before?.version ?? 0) + 1;
  const edition = await buildEdition(library, version, {
    synonyms,
    before,
    publish: (step) => steps.push(step),
  });
  return { edition, steps };
}

describe('buildEdition', () => {
  it('uses again what an audience reads as before', async () => {
    const staff = article(2, { visibility: 'staff' });
    const { edition: first } = await build([article(1), staff, english(1)]);
    const { edition: second } = await build([article(1), { ...staff, body: 'Иначе.' }, english(1)], first);
    const sameIndex = (locale: 'ru' | 'en', audience: 'public' | 'staff' | 'agents') =>
      roomOf(first, locale, audience).index === roomOf(second, locale, audience).index;
    expect([sameIndex('ru', 'public'), sameIndex('ru', 'staff'), sameIndex('en', 'staff')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(roomOf(second, 'ru', 'agents').index).toBe(roomOf(second, 'ru', 'staff').index);
    expect(roomOf(second, 'ru', 'staff').byNumber.get(2)?.body).toBe('Иначе.');
  });

  it('has what is public ready before the rest', async () => {
    const { edition: first, steps: none } = await build([article(1)]);
    expect(none).toEqual([]);
    const { steps } = await build([article(1), article(2), article(3, { visibility: 'agents' })], first);
    const readable = (step: Edition | undefined, audience: 'public' | 'agents') =>
      step ? [...roomOf(step, 'ru', audience).byNumber.keys()] : [];
    expect(readable(steps[0], 'public')).toEqual([1, 2]);
    expect(readable(steps[0], 'agents')).toEqual([1]);
    expect(readable(steps.at(-1), 'agents')).toEqual([1, 2, 3]);
    expect(steps[0]?.version).toBe(first.version);
  });

  it('follows a link to an article that came later, in the other language', async () => {
    const linking = article(1, { body: '[вторая](article:2)' });
    const { edition: first } = await build([linking]);
    const html = (edition: Edition) => {
      const found = findArticle(edition, 'public', '1', 'ru');
      return found && renderArticle(edition, 'public', found);
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
