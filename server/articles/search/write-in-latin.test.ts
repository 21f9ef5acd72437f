import { describe, expect, it } from 'vitest';

import { skeletonOf, writeInCyrillic } from './write-in-latin';

describe('skeletonOf', () => {
  it.each([
    ['щетка', 'shchetka', 'schetka', 'shetka', 'wetka'],
    ['людей', 'lyudey', 'ludei', 'ljudej', 'liudej'],
    ['подключиться', 'podklyuchitsya', "podkljuchit'sja", 'podkluchitsia'],
    ['хранилища', 'khranilishcha', 'hranilischa', 'xranilisha'],
    ['цена', 'tsena', 'cena'],
    ['можно', 'mozhno'],
    ['русский', 'russkiy', 'russky', 'russkij', 'russkii'],
    ['чек', 'chek', '4ek'],
    ['вывести', 'vyvesti', 'vivesti'],
  ])('is the same for %s in every habit', (russian, ...romanised) => {
    for (const word of romanised) expect(skeletonOf(word), word).toBe(skeletonOf(russian));
  });
});

describe('writeInCyrillic', () => {
  it.each([
    ['dengami', 'денгами'],
    ["den'gi", 'деньги'],
    ['vyyti', 'выйти'],
    ['shchi', 'щи'],
  ])('writes %s as %s', (latin, cyrillic) => {
    expect(writeInCyrillic(latin)).toBe(cyrillic);
  });
});
