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
    ['/desk/mail/out', '', { ...HOME, mail: { section: 'out', id: null } }],
    ['/desk/mail/nonsense/7', '', { ...HOME, mail: { section: 'in', id: null } }],
    ['/desk/knowledge', '', { ...HOME, knowledge: { section: 'articles', rest: [], query: '' } }],
    [
      '/desk/knowledge/articles/7/ru',
      '?a=1',
      { ...HOME, knowledge: { section: 'articles', rest: ['7', 'ru'], query: 'a=1' } },
    ],
    ['/desk/knowledge/nonsense/7', '', { ...HOME, knowledge: { section: 'articles', rest: [], query: '' } }],
    ['/desk/all/0x1', '', { view: 'all', number: null, query: '' }],
  ] as const)('reads %s%s', (path, search, place) => {
    expect(parsePlace(path, search)).toEqual(place);
  });

  it.each([
    { view: 'pending', number: 12, query: 'a&b #1' },
    { ...HOME, knowledge: { section: 'articles', rest: ['a/b', '%', 'ё'], query: 'q=%D1%91' } },
  ] as const)('gives back what was formatted: %j', (place) => {
    const url = new URL(formatPlace(place), 'http://desk');
    expect(parsePlace(url.pathname, url.search)).toEqual(place);
  });
});
