import { expect, it } from 'vitest';
import { readClockText, stepClockText } from './clock-text';

it.each([
  ['9', '09:00'],
  ['09:05', '09:05'],
  [' 9.30 ', '09:30'],
  ['930', '09:30'],
  ['1745', '17:45'],
  ['0', '00:00'],
  ['24', '24:00'],
  ['24:00', '24:00'],
])('%s is the time %s', (text, time) => {
  expect(readClockText(text)).toBe(time);
});

it.each(['', 'утром', '24:01', '25', '9:60', '9:5', '12345', '-1'])('«%s» is no time', (text) => {
  expect(readClockText(text)).toBeNull();
  expect(stepClockText(text, 30)).toBeNull();
});

it('steps along a grid, and stays within the day', () => {
  expect(stepClockText('9:10', 30)).toBe('09:30');
  expect(stepClockText('9:10', -30)).toBe('09:00');
  expect(stepClockText('9', 30)).toBe('09:30');
  expect(stepClockText('24', 30)).toBe('24:00');
  expect(stepClockText('0:15', -30)).toBe('00:00');
});
