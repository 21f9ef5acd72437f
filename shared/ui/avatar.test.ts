import { expect, it } from 'vitest';
import { hueOf, initialsOf } from './avatar';

it('takes the first letters of the first and the last word, whole characters at that', () => {
  expect(['Анна Петрова', 'ольга', ' Jean Luc Picard ', '😀x', ''].map(initialsOf)).toEqual([
    'АП',
    'О',
    'JP',
    '😀',
    '?',
  ]);
});

it('gives one name one colour', () => {
  expect(hueOf('Анна')).toBe(hueOf('Анна'));
  expect(hueOf('Анна')).toBeLessThan(8);
});
