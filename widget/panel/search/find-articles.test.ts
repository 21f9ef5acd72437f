import type { FoundPage } from '@beseda/shared/domain/page-data';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obeyHost } from '../model/obey-host';
import { hostState, pass, SESSION, serve, signIn } from '../model/testing';
import { searchOf } from './find-articles';
import { placeOfSearches, readRecent } from './recent-searches';

const PAGE: FoundPage = {
  hits: [{ number: 7, title: 'Т', url: '/7', section: 'Р', snippet: '', marks: [], titleMarks: [] }],
  total: 12,
  all: 12,
  section: null,
  sections: [],
  corrected: null,
  closest: [],
};

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Answers searches as `answer` does; `asked` are their queries. */
function serveSearch(answer: (query: string) => Promise<FoundPage> | FoundPage = () => PAGE) {
  const calls = serve(async ({ path }) => {
    if (path === '/session') return [201, SESSION];
    const query = /^\/articles\/look-up\?(.*)/.exec(path)?.[1];
    return [200, query ? await answer(new URLSearchParams(query).get('q') ?? '') : { results: [] }];
  });
  const asked = () =>
    calls.flatMap(({ path }) => {
      const query = /^\/articles\/look-up\?(.*)/.exec(path)?.[1];
      return query ? [Object.fromEntries(new URLSearchParams(query))] : [];
    });
  return { asked };
}

describe('the search of the panel', () => {
  it('asks once when the typing pauses, and at once when it is sent off', async () => {
    const { asked } = serveSearch();
    const { panel } = await signIn();
    const search = searchOf(panel);
    for (const query of ['вы', 'выпл', 'выплата']) search.type(query);
    await pass(1_000);
    expect(asked()).toEqual([{ q: 'выплата', locale: 'ru', limit: '10', typing: 'true' }]);
    search.type('выплата на карту');
    await search.submit();
    await pass(1_000);
    expect(asked().slice(1)).toEqual([{ q: 'выплата на карту', locale: 'ru', limit: '10' }]);
    expect([...panel.evidence.shown]).toEqual([7]);
  });

  it('never shows a late answer over a newer one, nor over an empty field', async () => {
    let release = () => {};
    const late = new Promise<FoundPage>((resolve) => {
      release = () => resolve(PAGE);
    });
    serveSearch((query) => (query === 'первый' ? late : { ...PAGE, total: 1 }));
    const { panel } = await signIn();
    const search = searchOf(panel);
    void search.submit('первый');
    await search.submit('второй');
    release();
    await pass();
    expect(search.found?.total).toBe(1);
    search.type('');
    await pass(1_000);
    expect(search.found).toBeNull();
  });

  it('asks for one section and for more of it', async () => {
    const { asked } = serveSearch(() => ({ ...PAGE, section: 3 }));
    const { panel } = await signIn();
    const search = searchOf(panel);
    await search.submit('выплата');
    await search.choose(3);
    await search.more();
    expect(asked().map(({ section, limit }) => [section, limit])).toEqual([
      [undefined, '10'],
      ['3', '10'],
      ['3', '11'],
    ]);
  });

  it('keeps what was found while an article is read, and asks anew in another language', async () => {
    const { asked } = serveSearch();
    const { panel, host } = await signIn();
    await searchOf(panel).submit('выплата');
    panel.openArticle(7);
    panel.back();
    expect(searchOf(panel).found).toEqual(PAGE);
    host.post(hostState({ locale: 'en' }));
    await vi.waitFor(() => expect(panel.state.locale).toBe('en'));
    expect(searchOf(panel).query).toBe('выплата');
    expect(asked().at(-1)).toMatchObject({ q: 'выплата', locale: 'en' });
  });

  it('begins by the host’s word without touching what was written', async () => {
    serveSearch();
    const { panel } = await signIn();
    panel.write('new', { text: 'Мой вопрос' });
    await obeyHost(panel, { type: 'call', method: 'search', value: 'выплата' });
    expect(panel.state.screens.at(-1)).toEqual({ name: 'search' });
    expect([searchOf(panel).query, panel.draft().text]).toEqual(['выплата', 'Мой вопрос']);
  });

  it('shows nobody what another has searched and found', async () => {
    serveSearch();
    const { panel, host } = await signIn();
    await searchOf(panel).submit('увольнение');
    const place = placeOfSearches(panel);
    expect(readRecent(place)).toEqual(['увольнение']);
    host.post(hostState({ identity: 2, signedIn: false }));
    await pass();
    expect(searchOf(panel)).toMatchObject({ query: '', found: null });
    expect(readRecent(placeOfSearches(panel))).toEqual([]);
    expect(readRecent(place)).toEqual(['увольнение']);
  });

  it('forgets with the sign-out what was searched', async () => {
    serveSearch();
    const { panel } = await signIn();
    await searchOf(panel).submit('увольнение');
    const place = placeOfSearches(panel);
    await obeyHost(panel, { type: 'logout' });
    expect(readRecent(place)).toEqual([]);
    expect(searchOf(panel)).toMatchObject({ query: '', found: null });
  });

  it('is looked for again by who it turns out to be', async () => {
    const { asked } = serveSearch();
    const { panel } = await signIn();
    const { access } = panel.state;
    panel.set({ access: { kind: 'waiting' } });
    await searchOf(panel).submit('выплата');
    panel.set({ access });
    expect(searchOf(panel).query).toBe('выплата');
    expect(asked()).toHaveLength(2);
    panel.set({ access: { kind: 'nobody' } });
    expect(searchOf(panel).query).toBe('');
  });
});
