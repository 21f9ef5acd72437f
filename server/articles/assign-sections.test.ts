import { describe, expect, it } from 'vitest';
import type { Article } from './article-file';
import { assignSections } from './assign-sections';
import type { Library } from './load-articles';

const NOTHING: Library = { articles: [], sections: [], categories: [] };

function article(
  number: number,
  locale: 'ru' | 'en',
  section: string,
  category: string | null = null,
): Article {
  const texts = { slug: `a-${number}`, title: 'T', author: 'A', body: 'x' };
  const dates = { posted: '2026-01-01', updated: '2026-01-01' };
  const rule: Pick<Article, 'visibility' | 'plans' | 'roles'> = {
    visibility: 'public',
    plans: [],
    roles: [],
  };
  return { number, locale, category, section, ...texts, ...dates, keywords: [], routes: [], ...rule };
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

  it('keeps the number of a renamed section and leaves an empty one', () => {
    const before = assignSections(
      [article(1, 'ru', 'А'), article(2, 'ru', 'Б'), article(3, 'ru', 'В')],
      NOTHING,
    );
    const after = assignSections(
      [article(1, 'ru', 'Новое'), article(2, 'ru', 'Б'), article(3, 'ru', 'Б')],
      before,
    );
    expect(namesOf(after)).toEqual(['1 ru Новое', '2 ru Б', '3 ru В']);
  });

  it('gives the same again', () => {
    const before = assignSections(
      [article(1, 'ru', 'А'), article(2, 'ru', 'Б'), article(1, 'en', 'A')],
      NOTHING,
    );
    expect(assignSections([...before.articles].reverse(), before)).toEqual(before);
  });

  it('joins translations also when one language has an article of its own before', () => {
    const library = assignSections(
      [article(1, 'en', 'Payouts'), article(2, 'ru', 'Выплаты'), article(2, 'en', 'Payouts')],
      NOTHING,
    );
    expect(namesOf(library)).toEqual(['1 en Payouts', '1 ru Выплаты']);
  });

  it('never gives a number that a section had before', () => {
    const library = assignSections([article(1, 'ru', 'А')], NOTHING, { section: 7, category: 0 });
    expect(namesOf(library)).toEqual(['8 ru А']);
  });
});

describe('categories', () => {
  const categoriesOf = ({ categories }: Library) =>
    categories.map(({ number, locale, title }) => `${number} ${locale} ${title}`).sort();
  const placesOf = ({ sections }: Library) =>
    sections.map(({ locale, title, categoryNumber }) => `${locale} ${title} ${categoryNumber}`).sort();

  it('are joined across languages by their sections', () => {
    const library = assignSections(
      [
        article(1, 'en', 'Limits', 'Money'),
        article(2, 'ru', 'Выплаты', 'Деньги'),
        article(2, 'en', 'Payouts', 'Money'),
        article(3, 'ru', 'Роли', 'Доступ'),
        article(4, 'ru', 'Прочее'),
      ],
      NOTHING,
    );
    expect(categoriesOf(library)).toEqual(['1 en Money', '1 ru Деньги', '2 ru Доступ']);
    expect(placesOf(library)).toEqual([
      'en Limits 1',
      'en Payouts 1',
      'ru Выплаты 1',
      'ru Прочее null',
      'ru Роли 2',
    ]);
    expect(assignSections(library.articles, library)).toEqual(library);
  });

  it('may have sections of the same title', () => {
    const library = assignSections(
      [article(1, 'ru', 'Вопросы', 'Деньги'), article(2, 'ru', 'Вопросы', 'Доступ')],
      NOTHING,
    );
    expect(namesOf(library)).toEqual(['1 ru Вопросы', '2 ru Вопросы']);
    expect(library.articles.map(({ category }) => category)).toEqual(['Деньги', 'Доступ']);
  });

  it('keep their number when all their sections name them anew', () => {
    const before = assignSections(
      [article(1, 'ru', 'Выплаты', 'Деньги'), article(2, 'ru', 'Кошельки', 'Деньги')],
      NOTHING,
    );
    const after = assignSections(
      [article(1, 'ru', 'Выплаты', 'Финансы'), article(2, 'ru', 'Кошельки', 'Финансы')],
      before,
    );
    expect(categoriesOf(after)).toEqual(['1 ru Финансы']);
    expect(namesOf(after)).toEqual(['1 ru Выплаты', '2 ru Кошельки']);
  });

  it('are those of the section where an article names none', () => {
    const before = assignSections([article(1, 'ru', 'Выплаты', 'Деньги')], NOTHING);
    const after = assignSections([article(1, 'ru', 'Выплаты'), article(2, 'ru', 'Выплаты')], before);
    expect(placesOf(after)).toEqual(['ru Выплаты 1']);
    expect(after.articles.map(({ category }) => category)).toEqual(['Деньги', 'Деньги']);
  });
});
