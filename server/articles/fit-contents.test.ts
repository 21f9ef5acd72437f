import { describe, expect, it } from 'vitest';
import { fitNavigation, listAtHome, neighboursOf } from './fit-contents';
import type { ContentsCategory, ContentsSection } from './lay-out-contents';

const section = (number: number, articles: number): ContentsSection => ({
  number,
  title: `Section ${number}`,
  url: `/s/${number}`,
  lead: '',
  articles: Array.from({ length: articles }, (_, at) => {
    const own = number * 1_000 + at;
    return { number: own, title: `Article ${own}`, url: `/a/${own}` };
  }),
});
const category = (number: number | null, sections: ContentsSection[]): ContentsCategory => ({
  number,
  title: '',
  url: '',
  lead: '',
  sections,
});
const listed = (contents: ContentsCategory[], place: Parameters<typeof fitNavigation>[1] = {}) =>
  fitNavigation(contents, place).map(({ sections }) =>
    sections.map(({ number, articles, count }) => [number, articles.length, count]),
  );

describe('the table of contents beside a page', () => {
  it('has all of a small knowledge base', () => {
    expect(listed([category(1, [section(1, 20), section(2, 3)]), category(null, [section(3, 1)])])).toEqual([
      [
        [1, 20, 20],
        [2, 3, 3],
      ],
      [[3, 1, 1]],
    ]);
  });

  it('has of a large one the articles around the reader, and the sections', () => {
    const contents = [category(1, [section(1, 500), section(2, 500)])];
    expect(listed(contents)).toEqual([
      [
        [1, 0, 500],
        [2, 0, 500],
      ],
    ]);
    const [only] = fitNavigation(contents, { section: 2, article: 2_300 });
    const here = only?.sections[1];
    const numbers = here?.articles.map(({ number }) => number) ?? [];
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([24, 2_288, 2_311]);
    expect(listed(contents, { section: 2, article: 2_499 })[0]?.[1]).toEqual([2, 24, 500]);
  });

  it('has of very many sections those of the reader’s category', () => {
    const many = Array.from({ length: 61 }, (_, at) => section(at + 10, 2));
    expect(listed([category(1, many), category(2, [section(1, 2)])], { section: 1 })).toEqual([
      [],
      [[1, 2, 2]],
    ]);
  });
});

it('the home page has the first articles of each section, and says how many there are', () => {
  const [some, alone] = listAtHome([
    category(1, [section(1, 9), section(2, 1)]),
    category(2, [section(3, 40)]),
  ]);
  expect(some?.sections[0]).toMatchObject({ count: 9, articles: { length: 5 } });
  expect(alone?.sections[0]).toMatchObject({ count: 40, articles: { length: 12 } });
});

it('what stands before and after an article is of its section, and there is nothing at its ends', () => {
  const three = section(1, 3);
  expect(neighboursOf(three, 1_001)).toMatchObject({ previous: { number: 1_000 }, next: { number: 1_002 } });
  expect(neighboursOf(three, 1_000)).toMatchObject({ previous: null, next: { number: 1_001 } });
  expect(neighboursOf(three, 7)).toEqual({ previous: null, next: null });
});
