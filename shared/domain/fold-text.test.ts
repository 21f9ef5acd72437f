import { describe, expect, it } from 'vitest';

import { foldText } from './fold-text';

describe('foldText', () => {
  it.each([
    ['Счёт', 'счет'],
    ['СЧЁТ', 'счет'],
    ['Е\u0308лка', 'елка'],
    ['и\u0306од', 'йод'],
    ['ＡＢＣ ﬁle', 'abc file'],
    ['Café', 'café'],
    ['вы\u00adвод\u200b', 'вывод'],
    ['а\u0301ккаунт', 'аккаунт'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
