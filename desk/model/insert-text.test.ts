import { expect, it } from 'vitest';
import { insertText } from './insert-text';

it('begins an empty answer', () => {
  expect(insertText({ text: '' }, 'Статья')).toEqual({ text: 'Статья\n', caret: 7 });
});

it('stands on lines of its own where the caret is', () => {
  const { text, caret } = insertText({ text: 'Добрый день. Удачи', start: 12 }, 'Статья');
  expect(text).toBe('Добрый день.\nСтатья\nУдачи');
  expect(text.slice(caret)).toBe('Удачи');
});

it('takes the place of what is marked', () => {
  expect(insertText({ text: 'до это после', start: 3, end: 6 }, 'Статья').text).toBe('до\nСтатья\nпосле');
});

it('goes to the end where nothing says otherwise', () => {
  expect(insertText({ text: 'Добрый день.\n\n' }, 'Статья').text).toBe('Добрый день.\nСтатья\n');
});
