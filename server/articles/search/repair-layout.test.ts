import { describe, expect, it } from 'vitest';

import { repairLayout } from './repair-layout';

const KNOWN = new Set('как вывести деньги на карту если кошелек пуст можно выбрать способ оплаты'.split(' '));
const LATIN = new Set(['vpn', 'alt', 'how', 'to', 'pay', 'api']);

function read(text: string) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => KNOWN.has(word) || LATIN.has(word)).join('').length;
  const letters = words.join('').length;
  return { known: letters === 0 ? 0 : known / letters, usual: 0 };
}

describe('repairLayout', () => {
  it.each([
    ['rfr dsdtcnb ltymub yf rfhne', 'как вывести деньги на карту'],
    ['как dsdtcnb деньги', 'как вывести деньги'],
    ['Rfr ds,hfnm cgjcj, jgkfns&', 'Как выбрать способ оплаты?'],
    ['tckb rjitktr gecn, rfr', 'если кошелек пуст, как'],
    ['рщц ещ зфн', 'how to pay'],
    ['yf VPN-rfhne', 'на VPN-карту'],
    ['rfr yfcnhjbnm ltymub alt', 'как настроить деньги alt'],
    ['как вывести', 'как вывести'],
    ['how to pay', 'how to pay'],
    ['', ''],
  ])('reads %j as %j', (typed, meant) => {
    expect(repairLayout(typed, read)).toBe(meant);
  });
});
