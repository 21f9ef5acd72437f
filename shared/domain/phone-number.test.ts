import { expect, it } from 'vitest';
import { formatPhoneNumber, readPhoneNumber } from './phone-number';

it.each([
  ['8 (495) 123-45-67', '+74951234567'],
  ['+7 495 123 45 67', '+74951234567'],
  ['84951234567', '+74951234567'],
  ['+77172555555', '+77172555555'],
  ['123456', '+123456'],
])('reads %s', (given, number) => {
  expect(readPhoneNumber(given)).toBe(number);
});

it.each(['', '12345', 'Ольга', '+7 495 abc', '1'.repeat(16), '+'])('takes «%s» for no number', (given) => {
  expect(readPhoneNumber(given)).toBeNull();
});

it('shows Russian numbers in groups', () => {
  expect(formatPhoneNumber('+74951234567')).toBe('+7 495 123-45-67');
  expect(formatPhoneNumber('+77172555')).toBe('+77172555');
});
