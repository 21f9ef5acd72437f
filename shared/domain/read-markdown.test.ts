import { expect, it } from 'vitest';
import { markdownToPlain, readMarkdown } from './read-markdown';

const TEXT = `## Порядок

1. Откройте **Выплаты** и [журнал](article:301).
2. Нажмите \`Сформировать\`.

| Поле | Смысл |
|---|---|
| Сумма | в рублях |

\`\`\`
POST /orders
\`\`\`
`;

it('keeps what is said and drops how it is marked', () => {
  const plain = markdownToPlain(TEXT);
  expect(plain.split('\n')).toEqual([
    'Порядок',
    'Откройте Выплаты и журнал.',
    'Нажмите Сформировать.',
    'Поле',
    'Смысл',
    'Сумма',
    'в рублях',
    'POST /orders',
  ]);
});

it('says what stands in a callout and beside an image, without their marks', () => {
  expect(markdownToPlain('> [!WARNING]\n> Деньги уйдут.\n\n![Окно](/a.png){width=40} да')).toBe(
    'Деньги уйдут.\nОкно да',
  );
});

it('gives the headings in order', () => {
  expect(readMarkdown('# А\n\nтекст\n\n## Б `в`').headings).toEqual(['А', 'Б в']);
});
