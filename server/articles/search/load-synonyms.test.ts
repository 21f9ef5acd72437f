import { describe, expect, it } from 'vitest';

import { compileSynonyms, loadSynonyms, parseSynonyms } from './load-synonyms';

describe('parseSynonyms', () => {
  it('reads groups per locale, numbers and empty parts included', () => {
    expect(parseSynonyms('all: [[wi-fi, wifi]]\nru:\n  - [вм, виртуальная машина]\nen:\n')).toEqual({
      all: [['wi-fi', 'wifi']],
      ru: [['вм', 'виртуальная машина']],
      en: [],
    });
    expect(parseSynonyms('all: [[365, office]]').all).toEqual([['365', 'office']]);
    expect(parseSynonyms('')).toEqual({ all: [], ru: [], en: [] });
  });

  it.each([
    ['ru:\n  - [один]\n', 's.yaml:2: a group needs at least two phrases'],
    ['all: []\nde: []\n', 's.yaml:2: unknown key de; expected all, ru or en'],
    ['ru:\n  - слово\n', 's.yaml:2: a group must be a list: [word, word]'],
    ['ru:\n  - [а, б]\n  - [слово, "!"]\n', 's.yaml:3: a phrase must be text with a word in it'],
    ['- a\n', 's.yaml:1: expected the keys all, ru, en'],
    ['ru: 5\n', 's.yaml:1: ru must be a list of groups'],
  ])('names line and reason for %j', (text, message) => {
    expect(() => parseSynonyms(text, 's.yaml')).toThrow(message);
  });

  it('names the line of broken YAML', () => {
    expect(() => parseSynonyms('ru:\n  - [a, b\nen: []\n', 's.yaml')).toThrow(/^s\.yaml:\d: /);
  });
});

describe('the shipped file', () => {
  it('loads, and leads from a brand to its other spellings', () => {
    const table = compileSynonyms(loadSynonyms().all);
    expect(table.others.get('вайф')?.flat() ?? table.others.get('вайфа')?.flat()).toContain('wifi');
  });
});
