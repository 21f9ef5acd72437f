import { expect, it } from 'vitest';
import { preferLocale } from './prefer-locale';

it.each([
  [undefined, 'ru'],
  ['', 'ru'],
  ['de-DE,fr;q=0.5', 'ru'],
  ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
  ['ru;q=0.4, en;q=0.6', 'en'],
  ['de, RU;q=0.5, en;q=0.4', 'ru'],
  ['en;q=0, *', 'ru'],
  ['en;q=abc', 'en'],
])('prefers of %j %s', (header, locale) => {
  expect(preferLocale(header)).toBe(locale);
});
