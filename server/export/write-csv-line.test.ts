import { expect, it } from 'vitest';
import { parseCsv } from '../import/parse-csv';
import { writeCsvLine } from './write-csv-line';

it('quotes what has commas, quotes or line ends, and is read back as it was', () => {
  const cells = ['Отчёт', 'a,b', 'он сказал «"да"»', 'две\r\nстроки', '', ' с пробелом'];
  const line = writeCsvLine([7, ...cells]);
  expect(line).toMatch(/^7,Отчёт,"a,b","он сказал «""да""»","две\r\nстроки",, с пробелом\r\n$/);
  expect(parseCsv(line)[0]?.cells).toEqual([
    '7',
    'Отчёт',
    'a,b',
    'он сказал «"да"»',
    'две\r\nстроки',
    '',
    ' с пробелом',
  ]);
});

it.each(['=1+1', '+7 900', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1', '－1', '=cmd|" /C calc"!A0'])(
  'makes a text of what a spreadsheet would run: %j',
  (text) => {
    expect(parseCsv(writeCsvLine(['x', text]))[0]?.cells[1]).toBe(`'${text}`);
  },
);

it('leaves numbers, and signs within a text, alone', () => {
  expect(writeCsvLine([-5, 'a=b', 'e-mail', 'a@b.example'])).toBe('-5,a=b,e-mail,a@b.example\r\n');
});
