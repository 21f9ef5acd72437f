import { describe, expect, it } from 'vitest';

import { markdownToPlain } from './markdown-to-plain';

describe('markdownToPlain', () => {
  it('keeps what is read and drops the markup', () => {
    const { plain, headings } = markdownToPlain(
      [
        '# Как **вывести** деньги',
        '',
        'Откройте [«Кошельки»](/wallets "Кошельки") и нажмите `Вывести`.',
        '- [x] первый *пункт*',
        '2. второй пункт',
        '> цитата',
        '![схема вывода](a(1).png)',
        'Сроки',
        '---',
        '| Банк | Срок |',
        '|------|:----:|',
        '| Любой | 3&nbsp;дня |',
        '***',
        '[link]: https://example.com',
        '<b>важно</b> snake_case_name 2 * 2 \\* 3',
      ].join('\n'),
    );
    expect(headings).toEqual(['Как вывести деньги', 'Сроки']);
    expect(plain.split('\n')).toEqual([
      'Как вывести деньги',
      'Откройте «Кошельки» и нажмите Вывести.',
      'первый пункт',
      'второй пункт',
      'цитата',
      'схема вывода',
      'Сроки',
      'Банк Срок',
      'Любой 3 дня',
      'важно snake_case_name 2 * 2 * 3',
    ]);
  });

  it('keeps code as text and finds no headings in it', () => {
    expect(markdownToPlain('```sh\n# comment\ncurl **x**\n```\nafter')).toEqual({
      plain: '# comment\ncurl **x**\nafter',
      headings: [],
    });
  });

  it('survives unclosed and hostile markup', () => {
    expect(markdownToPlain('```\nnever closed').plain).toBe('never closed');
    expect(() =>
      markdownToPlain(`${'['.repeat(5000)}${'*'.repeat(5000)}${'<a '.repeat(5000)}`),
    ).not.toThrow();
    expect(markdownToPlain('').plain).toBe('');
  });
});
