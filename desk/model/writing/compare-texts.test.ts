import { expect, it } from 'vitest';
import { type ComparedRow, compareTexts } from './compare-texts';

/** A row as one line: `[what stands on this side alone]`. */
function show(row: ComparedRow): string {
  if (row.kind === 'hidden') return `… ${row.count}`;
  const side = (parts: (typeof row)['before']) =>
    parts?.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('') ?? '-';
  return row.kind === 'same' ? side(row.before) : `${side(row.before)} → ${side(row.after)}`;
}
const compare = (before: string, after: string) => compareTexts(before, after).map(show);

it('shows the words that changed inside a line, Russian ones as whole words', () => {
  expect(compare('Откройте кошелёк и нажмите «Вывод».', 'Откройте кошелёк и нажмите «Вывести».')).toEqual([
    'Откройте кошелёк и нажмите «[Вывод]». → Откройте кошелёк и нажмите «[Вывести]».',
  ]);
});

it('shows lines that came and went, and takes unlike ones for two', () => {
  expect(compare('один\nдва\nтри', 'один\nтри\nчетыре')).toEqual([
    'один',
    '[два] → -',
    'три',
    '- → [четыре]',
  ]);
  expect(compare('Совсем другое', 'Ничего похожего тут')).toEqual([
    '[Совсем другое] → -',
    '- → [Ничего похожего тут]',
  ]);
});

it('tells long stretches without a change by their length, and nothing of equal texts but that', () => {
  const lines = Array.from({ length: 12 }, (_, at) => `строка ${at}`);
  const changed = lines.map((line, at) => (at === 6 ? `${line} новая` : line));
  expect(compare(lines.join('\n'), changed.join('\n'))).toEqual([
    '… 4',
    'строка 4',
    'строка 5',
    'строка 6 → строка 6[ новая]',
    'строка 7',
    'строка 8',
    '… 3',
  ]);
  expect(compare(lines.join('\n'), lines.join('\n'))).toEqual(['… 12']);
});

it('gives back both texts whole, whatever changed', () => {
  const before = 'а\n\nб в г\nд';
  const after = 'б в Г\nд\n\nе';
  const rows = compareTexts(before, after).filter((row) => row.kind !== 'hidden');
  const side = (of: 'before' | 'after') =>
    rows.flatMap((row) => (row[of] ? [row[of].map(({ text }) => text).join('')] : [])).join('\n');
  expect([side('before'), side('after')]).toEqual([before, after]);
});
