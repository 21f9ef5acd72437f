import { expect, it } from 'vitest';
import { readDurationText, writeDurationText } from './duration-text';

it.each([
  ['4', 14_400],
  ['1,5', 5_400],
  ['4 ч', 14_400],
  ['4h', 14_400],
  ['1:30', 5_400],
  ['90 мин', 5_400],
  ['45 min', 2_700],
  ['1 ч 30 мин', 5_400],
  ['2 часа', 7_200],
  ['1.5 hours', 5_400],
  ['нет', null],
  ['—', null],
  ['none', null],
  [' ', 'empty'],
  ['скоро', 'wrong'],
  ['0', 'wrong'],
  ['-2', 'wrong'],
  ['4 дня', 'wrong'],
])('«%s» is %s', (text, length) => {
  expect(readDurationText(text)).toBe(length);
});

it('writes what it reads, in both languages', () => {
  for (const seconds of [60, 2_700, 3_600, 5_400, 14_400, 360_060]) {
    expect(readDurationText(writeDurationText(seconds, 'ru'))).toBe(seconds);
    expect(readDurationText(writeDurationText(seconds, 'en'))).toBe(seconds);
  }
  expect(writeDurationText(5_400, 'ru')).toBe('1 ч 30 мин');
  expect(writeDurationText(14_400, 'en')).toBe('4 h');
});
