import { expect, it } from 'vitest';
import { tellReason } from './kb-import-reasons-ru';

it.each([
  ['title is missing', 'нет названия'],
  ['number 7 is already taken by ru/a.md', 'номер 7 уже занят: ru/a.md'],
  [
    'slug "a" (made from the title) is already taken by article 3',
    'адрес «a» (из названия) уже занят: article 3',
  ],
  ['an image that stays at its old address (3 times)', 'картинка осталась на старом адресе (×3)'],
  ['posted takes a date like 2026-03-31', 'posted: нужна дата вида 2026-03-31'],
  ['locale takes ru or en', 'locale: нужно ru или en'],
  ['../a.svg: Files of this type are not taken, only PNG.', '../a.svg: такие файлы не берутся, только PNG'],
])('«%s» is told in Russian', (reason, told) => expect(tellReason(reason)).toBe(told));

it('leaves what it does not know as it is', () => {
  expect(tellReason('something new: 5')).toBe('something new: 5');
});
