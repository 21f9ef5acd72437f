import { describe, expect, it } from 'vitest';
import { formatPlace, HOME, parsePlace } from './route';

describe('parsePlace', () => {
  it.each([
    ['/desk/', '', HOME],
    ['/desk/nonsense/1', '', HOME],
    ['/desk/mine', '', { view: 'mine', number: null, query: '' }],
    ['/desk/mine/42', '?q=лён', { view: 'mine', number: 42, query: 'лён' }],
    ['/desk/tickets/7', '', { view: 'all', number: 7, query: '' }],
    ['/desk/settings', '', { ...HOME, settings: { section: 'companies', id: null } }],
    ['/desk/settings/history', '', { ...HOME, settings: { section: 'history', id: null } }],
    ['/desk/settings/companies/1a', '', { ...HOME, settings: { section: 'companies', id: '1a' } }],
    ['/desk/all/0x1', '', { view: 'all', number: null, query: '' }],
  ] as const)('reads %s%s', (path, search, place) => {
    expect(parsePlace(path, search)).toEqual(place);
  });

  it('gives back what was formatted', () => {
    const place = { view: 'pending', number: 12, query: 'a&b #1' } as const;
    const url = new URL(formatPlace(place), 'http://desk');
    expect(parsePlace(url.pathname, url.search)).toEqual(place);
  });
});
