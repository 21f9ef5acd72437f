import { expect, it } from 'vitest';
import { cutPassage } from './cut-passage';

const BODY = `Начало статьи о выплатах.

## Как отменить

1. Откройте **выплату**.
2. Нажмите «Отменить».

## Почему не отменяется

\`\`\`
## не заголовок
\`\`\`

Выплата уже в банке.`;

it('gives the part that the snippet stands in, whole and without marks', () => {
  expect(cutPassage(BODY, '…Нажмите «Отменить» · Почему')).toBe(
    'Как отменить\nОткройте выплату.\nНажмите «Отменить».',
  );
});

it('takes no line of code for a heading', () => {
  expect(cutPassage(BODY, 'Выплата уже в банке')).toBe(
    'Почему не отменяется\n## не заголовок\nВыплата уже в банке.',
  );
});

it('begins with the beginning where the snippet says nothing', () => {
  expect(cutPassage(BODY, '')).toBe('Начало статьи о выплатах.');
});

it('cuts what is too long for a message between lines', () => {
  const line = 'Шаг за шагом, и так далее до конца строки';
  const passage = cutPassage(Array.from({ length: 100 }, () => `- ${line}`).join('\n'), line);
  expect(passage.length).toBeLessThanOrEqual(1_502);
  expect(passage.endsWith(`${line} …`)).toBe(true);
});
