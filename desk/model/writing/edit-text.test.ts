import { describe, expect, it } from 'vitest';
import {
  continueLine,
  type Edit,
  insertBlock,
  insertLink,
  insertTable,
  type Selected,
  toggleHeading,
  toggleLines,
  toggleMark,
  wrapCallout,
  wrapCode,
} from './edit-text';

/** `[` and `]` stand for the ends of the selection, `|` for a caret. */
function read(marked: string): Selected {
  const caret = marked.indexOf('|');
  if (caret >= 0) return { text: marked.replace('|', ''), start: caret, end: caret };
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end };
}

function show({ text }: Selected, edit: Edit | null): string {
  if (!edit) return text;
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  if (edit.start === edit.end) return `${after.slice(0, edit.start)}|${after.slice(edit.start)}`;
  return `${after.slice(0, edit.start)}⟦${after.slice(edit.start, edit.end)}⟧${after.slice(edit.end)}`;
}

describe('a mark', () => {
  it.each([
    ['Нажмите ⟦Сохранить⟧.', '**', 'Нажмите **⟦Сохранить⟧**.'],
    ['Нажмите **⟦Сохранить⟧**.', '**', 'Нажмите ⟦Сохранить⟧.'],
    ['Нажмите ⟦**Сохранить**⟧.', '**', 'Нажмите ⟦Сохранить⟧.'],
    ['Нажмите **⟦Сохранить⟧**.', '*', 'Нажмите ***⟦Сохранить⟧***.'],
    ['Нажмите ***⟦Сохранить⟧***.', '*', 'Нажмите **⟦Сохранить⟧**.'],
    ['Нажмите⟦ Сохранить ⟧.', '**', 'Нажмите **⟦Сохранить⟧** .'],
    ['Сохр|анить', '**', '**⟦Сохранить⟧**'],
    ['да |', '`', 'да `|`'],
    ['да `|`', '`', 'да |'],
    ['**да|**', '**', '**да**|'],
  ])('of %s by %s gives %s', (given, mark, result) => {
    expect(show(read(given), toggleMark(read(given), mark))).toBe(result);
  });
});

describe('lines', () => {
  it.each([
    ['а\nЗаго|ловок\nб', 2, 'а\n## Заголовок|\nб'],
    ['## Заголовок|', 2, 'Заголовок|'],
    ['## Заголовок|', 3, '### Заголовок|'],
    ['|', 2, '## |'],
  ] as const)('of %s become a heading: %s → %s', (given, level, result) => {
    expect(show(read(given), toggleHeading(read(given), level))).toBe(result);
  });

  it.each([
    ['⟦раз\nдва⟧', 'bullets', '⟦- раз\n- два⟧'],
    ['⟦- раз\n- два⟧', 'bullets', '⟦раз\nдва⟧'],
    ['⟦- раз\n\n- два⟧', 'numbers', '⟦1. раз\n\n2. два⟧'],
    ['т⟦екст\n⟧дальше', 'quote', '⟦> текст⟧\nдальше'],
    ['|', 'bullets', '- |'],
  ] as const)('of %s become %s: %s', (given, kind, result) => {
    expect(show(read(given), toggleLines(read(given), kind))).toBe(result);
  });

  it.each([
    ['- раз|', '- раз\n- |'],
    ['9. девять|', '9. девять\n10. |'],
    ['> - раз|', '> - раз\n> - |'],
    ['- раз\n- |', '- раз\n|'],
    ['обычный|', 'обычный'],
    ['- ⟦раз⟧', '- раз'],
  ])('go on by Enter: %s → %s', (given, result) => {
    expect(show(read(given), continueLine(read(given)))).toBe(result);
  });
});

describe('blocks stand apart from what is around them', () => {
  it.each([
    ['до\nваж|но\nпосле', 'до\n\n> [!TIP]\n> ⟦важно⟧\n\nпосле'],
    ['|', '> [!TIP]\n> ⟦Текст⟧\n'],
  ])('a callout of %s', (given, result) => {
    expect(show(read(given), wrapCallout(read(given), 'TIP', 'Текст'))).toBe(result);
  });

  it('code, images, links and tables', () => {
    expect(show(read('до ⟦код⟧'), wrapCode(read('до ⟦код⟧'), 'x'))).toBe('```\n⟦до код⟧\n```\n');
    expect(show(read('до|после'), insertBlock(read('до|после'), '![а](/b)'))).toBe(
      'до\n\n![а](/b)|\n\nпосле',
    );
    expect(show(read('см. ⟦тут⟧'), insertLink(read('см. ⟦тут⟧'), 'article:7', 'Статья'))).toBe(
      'см. [тут](article:7)|',
    );
    expect(show(read('|'), insertLink(read('|'), 'article:7', 'А [б]'))).toBe('[А \\[б\\]](article:7)|');
    expect(show(read('до|'), insertTable(read('до|'), ['Поле', 'Смысл']))).toBe(
      'до\n\n| ⟦Поле⟧ | Смысл |\n| --- | --- |\n|     |     |\n|     |     |\n',
    );
  });
});
