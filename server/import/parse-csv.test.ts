import { expect, it } from 'vitest';
import { parseCsv } from './parse-csv';

it.each([
  ['commas', 'id,name\n1,Вита', ['1', 'Вита']],
  ['semicolons, as spreadsheets write in Russian', '\uFEFFid;name\r\n1;Вита, Плюс\r\n', ['1', 'Вита, Плюс']],
  [
    'quotes with separators, quotes and line ends inside',
    'id,name\n1,"«Вита», ""Плюс""\nМосква"',
    ['1', '«Вита», "Плюс"\nМосква'],
  ],
  ['empty cells', 'id,name,plan\n1,,', ['1', '', '']],
])('reads %s', (_what, text, cells) => {
  expect(parseCsv(text)[1]).toEqual({ line: 2, cells });
});

it('counts the lines of the file, not its rows', () => {
  const text = 'id,name\n\n1,"два\nряда"\n\n2,второй';
  expect(parseCsv(text).map(({ line }) => line)).toEqual([1, 3, 6]);
});
