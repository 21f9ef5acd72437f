import { describe, expect, it } from 'vitest';
import type { Article, ArticleDraft, FrontMatter } from './article-file';
import { settleDrafts } from './settle-drafts';

function draft(file: string, given: FrontMatter, modified = '2026-11-20'): ArticleDraft {
  const title = given.title ?? 'T';
  const lines = new Map(Object.keys({ title, ...given }).map((key, at) => [key, at + 2]));
  const filled = {
    locale: given.locale ?? ('ru' as const),
    slug: given.slug ?? 't',
    section: given.section ?? 'S',
  };
  return { file, lines, given: { title, ...given }, ...filled, title, body: 'x', modified };
}

function stored(number: number, slug: string, more: Partial<Article> = {}): Article {
  return {
    number,
    slug,
    locale: 'ru',
    title: 'T',
    category: null,
    section: 'S',
    keywords: [],
    routes: [],
    author: 'Vendor',
    posted: '2026-01-01',
    updated: '2026-02-01',
    visibility: 'public',
    plans: [],
    roles: [],
    body: 'x',
    ...more,
  };
}

const settle = (drafts: ArticleDraft[], before: Article[] = []) =>
  settleDrafts(drafts, before, { author: 'Vendor' });
const numbersOf = (drafts: ArticleDraft[], before?: Article[]) =>
  settle(drafts, before).articles.map(({ slug, number }) => [slug, number]);
const reasonsOf = (drafts: ArticleDraft[], before?: Article[]) =>
  settle(drafts, before).problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);

describe('numbers', () => {
  it('keeps the number of a known slug and gives a new one the next free', () => {
    const drafts = [
      draft('a', { slug: 'new' }),
      draft('b', { slug: 'known' }),
      draft('c', { slug: 'c', number: 40 }),
    ];
    expect(numbersOf(drafts, [stored(12, 'known')])).toEqual([
      ['new', 41],
      ['known', 12],
      ['c', 40],
    ]);
  });

  it('looks for the slug in its own locale only', () => {
    expect(numbersOf([draft('a', { slug: 'x', locale: 'en' })], [stored(12, 'x')])).toEqual([['x', 13]]);
  });

  it('leaves a claimed number to the file that names it', () => {
    const drafts = [draft('a', { slug: 'old' }), draft('b', { number: 5, slug: 'new' })];
    expect(numbersOf(drafts, [stored(5, 'old')])).toEqual([
      ['old', 6],
      ['new', 5],
    ]);
  });

  it('refuses the second file with a number and locale', () => {
    const drafts = [draft('a', { number: 5, slug: 'a' }), draft('b', { number: 5, slug: 'b' })];
    expect(reasonsOf(drafts)).toEqual(['b:3: number 5 is already taken by a']);
    expect(
      reasonsOf([draft('a', { number: 5, slug: 'a' }), draft('b', { number: 5, locale: 'en' })]),
    ).toEqual([]);
  });
});

describe('slugs', () => {
  it('refuses one that another file or article has', () => {
    expect(reasonsOf([draft('a', { slug: 's' }), draft('b', { title: 'U', slug: 's' })])).toEqual([
      'b:3: slug "s" is already taken by a',
    ]);
    expect(reasonsOf([draft('a', { number: 9 })], [stored(3, 't')])).toEqual([
      'a:2: slug "t" (made from the title) is already taken by article 3',
    ]);
  });

  it('lets two articles change slugs with each other', () => {
    const drafts = [draft('a', { number: 1, slug: 'two' }), draft('b', { number: 2, slug: 'one' })];
    expect(reasonsOf(drafts, [stored(1, 'one'), stored(2, 'two')])).toEqual([]);
  });

  it('looks again when a refused file leaves an article its slug', () => {
    const drafts = [
      draft('a', { number: 3, slug: 'x' }),
      draft('b', { number: 1, slug: 'x' }),
      draft('c', { number: 2, slug: 'one' }),
    ];
    expect(reasonsOf(drafts, [stored(1, 'one')])).toEqual([
      'b:4: slug "x" is already taken by a',
      'c:4: slug "one" is already taken by article 1',
    ]);
  });
});

describe('dates and defaults', () => {
  const dates = (given: FrontMatter, before: Article[] = [], modified = '2026-11-20') =>
    settle([draft('a', { slug: 't', ...given }, modified)], before).articles.map((one) => [
      one.posted,
      one.updated,
    ])[0];

  it('come from the file', () => {
    expect(dates({})).toEqual(['2026-11-20', '2026-11-20']);
    expect(dates({ posted: '2026-01-05' })).toEqual(['2026-01-05', '2026-11-20']);
    expect(dates({ posted: '2026-12-05' })).toEqual(['2026-12-05', '2026-12-05']);
    expect(dates({ updated: '2026-01-05' })).toEqual(['2026-01-05', '2026-01-05']);
  });

  it('stay when nothing else changed, whenever the file was copied', () => {
    expect(dates({}, [stored(1, 't')], '2026-11-30')).toEqual(['2026-01-01', '2026-02-01']);
    expect(dates({ keywords: ['k'] }, [stored(1, 't')], '2026-11-30')).toEqual(['2026-01-01', '2026-11-30']);
  });

  it('fills in what a file leaves out', () => {
    expect(settle([draft('a', {})]).articles[0]).toMatchObject({
      author: 'Vendor',
      visibility: 'public',
      keywords: [],
      routes: [],
    });
  });
});
