import { describe, expect, it } from 'vitest';
import { addressOf, type Place, readPlace } from './place';

const at = (address: string) => readPlace(new URL(address, 'https://support.example.com'));

describe('places of «my requests»', () => {
  it.each<[Place, string]>([
    [{ name: 'list' }, '/help/ru/requests'],
    [{ name: 'new' }, '/help/ru/requests/new'],
    [{ name: 'new', about: 12 }, '/help/ru/requests/new?article=12'],
    [{ name: 'new', about: 12, reading: '7' }, '/help/ru/requests/new?article=12&read=7'],
    [
      { name: 'new', reading: 'о бонусах & выплатах' },
      '/help/ru/requests/new?read=%D0%BE+%D0%B1%D0%BE%D0%BD%D1%83%D1%81%D0%B0%D1%85+%26+%D0%B2%D1%8B%D0%BF%D0%BB%D0%B0%D1%82%D0%B0%D1%85',
    ],
    [{ name: 'request', number: 1005 }, '/help/ru/requests/1005'],
  ])('%o has an address, and the address that place', (place, address) => {
    expect(addressOf(place, 'ru')).toBe(address);
    expect(at(address)).toEqual(place);
  });

  it('takes the list for what it does not know', () => {
    for (const address of [
      '/help/session',
      '/help/en/requests/',
      '/help/ru/requests/0',
      '/help/ru/requests/x',
    ])
      expect(at(address)).toEqual({ name: 'list' });
  });

  it('leaves out an article that has no number', () => {
    expect(at('/help/ru/requests/new?article=x')).toEqual({ name: 'new' });
  });

  it('keeps the place in the other language', () => {
    expect(addressOf(at('/help/ru/requests/7'), 'en')).toBe('/help/en/requests/7');
  });
});
