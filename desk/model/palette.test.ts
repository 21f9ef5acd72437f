import { expect, it } from 'vitest';
import { filterItems, numberIn } from './palette';

const items = [
  { id: 'a', label: 'Назначить: Ольга Смирнова' },
  { id: 'b', label: 'Назначить: Пётр Котов', also: 'petr' },
  { id: 'c', label: 'Статус: Решено' },
];
const found = (query: string) => filterItems(items, query, 'ru').map((item) => item.id);

it('finds by the beginnings of words, in any order, ё as е', () => {
  expect(found('наз пет')).toEqual(['b']);
  expect(found('котов')).toEqual(['b']);
  expect(found('petr')).toEqual(['b']);
  expect(found('')).toEqual(['a', 'b', 'c']);
  expect(found('шено')).toEqual([]);
});

it('reads a ticket number however it is written', () => {
  expect(['42', '#42', '№ 42 '].map(numberIn)).toEqual([42, 42, 42]);
  expect(['', '4a', '0', 'решить 42'].map(numberIn)).toEqual([null, null, null, null]);
});
