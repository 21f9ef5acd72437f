import { describe, expect, it } from 'vitest';

import { rootOfStem, stemWord } from './stem-word';

describe('stemWord', () => {
  it('stems by script and leaves the rest alone', () => {
    expect(stemWord('кошельками')).toBe(stemWord('кошельки'));
    expect(stemWord('installing')).toBe(stemWord('installation'));
    expect(['1с', 'usb3', 'да', '東京'].map(stemWord)).toEqual(['1с', 'usb3', 'да', '東京']);
  });
});

describe('rootOfStem', () => {
  it.each([
    ['настройка', 'настроить'],
    ['подключение', 'подключаются'],
    ['удаление', 'удалять'],
    ['установка', 'устанавливать'],
    ['добавление', 'добавлять', 'добавить'],
    ['проверка', 'проверять'],
    ['тестирование', 'тестировать'],
    ['миграция', 'мигрировать'],
    ['кошелек', 'кошелька'],
    ['список', 'списка'],
    ['загрузка', 'загружать'],
  ])('is shared by %s and its kin', (noun, ...kin) => {
    for (const word of kin) expect(rootOfStem(stemWord(word)), word).toBe(rootOfStem(stemWord(noun)));
  });
});
