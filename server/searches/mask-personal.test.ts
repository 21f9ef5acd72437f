import { expect, it } from 'vitest';
import { keyOfQuery } from './key-of-query';
import { maskPersonal } from './mask-personal';

const mask = (text: string) => maskPersonal(text, 200);

it.each([
  ['напишите на olga.petrova@vita.example, срочно', 'напишите на [email], срочно'],
  ['почта ольга@почта.рф', 'почта [email]'],
  ['звоните +7 (916) 123-45-67 после шести', 'звоните […] после шести'],
  ['тел 89161234567', 'тел […]'],
  ['8 916 123 45 67', '[…]'],
  ['карта 4276 1600 1234 5678', 'карта […]'],
  ['карта 4276-1600-1234-5678', 'карта […]'],
  ['заказ 10482233 не пришёл', 'заказ […] не пришёл'],
  ['пароль: Qwerty123 не подходит', 'пароль: […] не подходит'],
  ['password=Qwerty123', 'password=[…]'],
  ['я в телеграме @olga_p', 'я в телеграме […]'],
  ['https://office.example/orders?client=Ivanov&id=5', 'https://office.example/orders?client=…&id=…'],
])('keeps no personal data of %s', (given, kept) => {
  expect(mask(given)).toBe(kept);
});

it('leaves short numbers, years and plain words as they are', () => {
  const text = 'ошибка 404 в отчёте за 2026 год, 12 345 рублей';
  expect(mask(text)).toBe(text);
});

it('keeps one bounded line, and no half of what it cut', () => {
  const long = maskPersonal(`${'слово '.repeat(60)}+7 916 123 45 67`, 100);
  expect(long.length).toBeLessThanOrEqual(101);
  expect(maskPersonal(`${'я'.repeat(90)} 4276 1600 1234 5678`, 100)).toBe(`${'я'.repeat(90)} […]`);
  expect(mask('две\n\tстроки')).toBe('две строки');
});

it('gives queries of the same words one key, in whatever order and form, and none to small talk', () => {
  expect(keyOfQuery('как удалить сотрудника')).toBe(keyOfQuery('Удалить сотрудников?'));
  expect(keyOfQuery('сотрудника удалить')).toBe(keyOfQuery('удалить сотрудника'));
  expect(keyOfQuery('удалить карту')).not.toBe(keyOfQuery('удалить сотрудника'));
  expect(keyOfQuery('добрый день')).toBe('');
  expect(keyOfQuery('[email] […]')).toBe('');
});
