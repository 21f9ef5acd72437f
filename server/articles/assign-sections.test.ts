import { describe, expect, it } from 'vitest';
import type { Article } from './article-file';
import { assignSections } from './assign-sections';
import type { Library } from './load-articles';

const NOTHING: Library = { articles: [], sections: [] };

function article(number: number, locale: 'ru' | 'en', section: string): Article {
  const texts = { slug: `a-${number}`, title: 'T', author: 'A', body: 'x' };
  const dates = { posted: '2026-01-01', updated: '2026-01-01' };
  return { number, locale, section, ...texts, ...dates, keywords: [], routes: [], visibility: 'public' };
}

const namesOf = ({ sections }: Library) =>
  sections.map(({ number, locale, title }) => `${number} ${locale} ${title}`).sort();

describe('assignSections', () => {
  it('numbers sections in the order of their articles and joins translations by the article', () => {
    const library = assignSections(
      [
        article(201, 'en', 'Members'),
        article(101, 'en', 'Support'),
        article(201, 'ru', 'Участники'),
        article(102, 'ru', 'Поддержка'),
        article(101, 'ru', 'Поддержка'),
      ],
      NOTHING,
    );
    expect(namesOf(library)).toEqual(['1 en Support', '1 ru Поддержка', '2 en Members', '2 ru Участники']);
    expect(library.sections[0]).toMatchObject({ slug: 'podderzhka' });
  });

  it('gives a second title of one locale its own number', () => {
    const library = assignSections(
      [article(1, 'ru', 'А'), article(2, 'ru', 'Б'), article(1, 'en', 'Both'), article(2, 'en', 'Both')],
      NOTHING,
    );
    expect(namesOf(library)).toEqual(['1 en Both', '1 ru А', '2 ru Б']);
  });

  it('keeps the number of a renamed section and forgets an empty one', () => {
    const before = assignSections(
      [article(1, 'ru', 'А'), article(2, 'ru', 'Б'), article(3, 'ru', 'В')],
      NOTHING,
    );
    const after = assignSections(
      [article(1, 'ru', 'Новое'), article(2, 'ru', 'Б'), article(3, 'ru', 'Б')],
      before,
    );
    expect(namesOf(after)).toEqual(['1 ru Новое', '2 ru Б']);
  });

  it('gives the same again', () => {
    const before = assignSections(
      [article(1, 'ru', 'А'), article(2, 'ru', 'Б'), article(1, 'en', 'A')],
      NOTHING,
    );
    expect(assignSections([...before.articles].reverse(), before)).toEqual(before);
  });
});
