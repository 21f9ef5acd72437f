import { expect, it } from 'vitest';
import { makeStorable } from './make-storable';

it('leaves out U+0000 and replaces halves of surrogate pairs, in texts and keys, however deep', () => {
  const input = {
    text: 'a\0b\ud800',
    list: ['\udfff', 1, null],
    page: { context: { 'k\0\udc00': 'v', whole: '😀' } },
  };
  expect(makeStorable(input)).toEqual({
    text: 'ab\ufffd',
    list: ['\ufffd', 1, null],
    page: { context: { 'k\ufffd': 'v', whole: '😀' } },
  });
});

it('turns no key into a prototype', () => {
  const made = makeStorable(
    JSON.parse('{"__proto__\\u0000":{"admin":true},"__proto__":{"b":"\\u0000"}}'),
  ) as object;
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect('admin' in made).toBe(false);
});

it('takes what is no object', () => {
  expect([makeStorable('\0x'), makeStorable(undefined), makeStorable(7)]).toEqual(['x', undefined, 7]);
});
