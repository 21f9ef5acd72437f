import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPanel, hostState, pass, serve } from '../../panel/model/testing';
import { Portal } from './portal';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TICKET = { number: 7, conversationId: 'c7' };

describe('the portal', () => {
  it('looks a request up by its number once, and knows it then', async () => {
    const calls = serve(() => [200, TICKET]);
    const portal = new Portal(createPanel().panel);
    const opened = portal.open({ name: 'request', number: 7 });
    expect(portal.place()).toEqual({ name: 'request', number: 7 });
    expect(portal.sought).toEqual({ number: 7, state: 'loading' });
    await opened;
    expect(portal.panel.state.screens.at(-1)).toEqual({ name: 'thread', id: 'c7' });
    await portal.open({ name: 'list' });
    await portal.open({ name: 'request', number: 7 });
    expect(calls).toHaveLength(1);
    expect(portal.place()).toEqual({ name: 'request', number: 7 });
  });

  it('does not go back to a request that came after another place was chosen', async () => {
    const answers: (() => void)[] = [];
    serve(() => new Promise((resolve) => answers.push(() => resolve([200, TICKET]))));
    const portal = new Portal(createPanel().panel);
    const opened = portal.open({ name: 'request', number: 7 });
    await pass();
    await portal.open({ name: 'new' });
    answers[0]?.();
    await opened;
    expect(portal.place()).toEqual({ name: 'new' });
  });

  it('tells a request that is not there from one that cannot be had now', async () => {
    const answers: [number, unknown][] = [
      [404, { code: 'not_found' }],
      [503, { code: 'unavailable' }],
    ];
    serve(() => answers.shift() as [number, unknown]);
    const portal = new Portal(createPanel().panel);
    await portal.open({ name: 'request', number: 8 });
    expect(portal.sought).toEqual({ number: 8, state: 'missing' });
    await portal.open({ name: 'request', number: 8 });
    expect(portal.sought).toEqual({ number: 8, state: 'failed' });
    expect(portal.place()).toEqual({ name: 'request', number: 8 });
  });

  it('has no place for a request that was just written, until it has a number', () => {
    const portal = new Portal(createPanel().panel);
    portal.panel.set({ screens: [{ name: 'ask' }, { name: 'thread', id: 'fresh' }] });
    expect(portal.place()).toBeNull();
  });

  it('reads an article on the way to a question, and goes back to that', async () => {
    const portal = new Portal(createPanel().panel);
    await portal.open({ name: 'new', reading: '12' });
    expect(portal.place()).toEqual({ name: 'new', reading: '12' });
    portal.panel.back();
    expect(portal.place()).toEqual({ name: 'new' });
  });

  it('takes the article along that a question is about, and lets it go with the question', async () => {
    const article = { number: 12, title: 'Выплаты', url: '/help/ru/article/12-vyplaty' };
    serve(() => [200, { ...article, locale: 'ru' }]);
    const portal = new Portal(createPanel().panel);
    portal.panel.host = hostState();
    await portal.open({ name: 'new', about: 12 });
    await vi.waitFor(() => expect(portal.about).toEqual(article));
    expect(portal.place()).toEqual({ name: 'new', about: 12 });
    expect(portal.panel.host?.page).toEqual({ title: 'Выплаты', url: '/help/ru/article/12' });
    expect(portal.panel.evidence.take().opened).toEqual([12]);
    await portal.open({ name: 'list' });
    expect([portal.about, portal.panel.host?.page.url]).toEqual([null, '']);
  });

  it('forgets an article that is not theirs to read', async () => {
    serve(() => [404, { code: 'not_found' }]);
    const portal = new Portal(createPanel().panel);
    await portal.open({ name: 'new', about: 12 });
    await vi.waitFor(() => expect(portal.about).toBeNull());
    expect(portal.place()).toEqual({ name: 'new' });
  });
});
