import { expect, it } from 'vitest';
import { maskPeople } from './mask-people';

const mask = (text: string) =>
  maskPeople(text, { people: ['Ольга Петрова', 'Ann'], company: 'ООО «Вита»', locale: 'ru' });

it.each([
  ['Это Ольга Петрова, ООО «Вита».', 'Это [имя], [компания].'],
  ['Передайте Ольге и Петровой, спросите Ольгу', 'Передайте [имя] и [имя], спросите [имя]'],
  ['Мой телефон +7 (912) 345-67-89 или 89123456789.', 'Мой телефон [телефон] или [телефон].'],
  ['Пишите на olga@vita.example', 'Пишите на [email]'],
  ['password: hunter22', 'password: […]'],
])('takes out who wrote: %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

it.each(['Заказ 10452 от 12.03.2026 на 15 000 ₽', 'Annual report of 2026', 'петров день'])(
  'leaves alone: %s',
  (text) => {
    expect(mask(text)).toBe(text);
  },
);
