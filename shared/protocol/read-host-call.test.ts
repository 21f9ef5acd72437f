import { describe, expect, test } from 'vitest';
import type { PanelMethod } from './host-bridge';
import { readHostCall } from './read-host-call';

const read = (method: PanelMethod, value?: unknown) => readHostCall({ type: 'call', method, value });

describe('what a host may call', () => {
  test('a number and a slug name an article, an address does not', () => {
    expect(read('article', 101)).toEqual({ type: 'article', article: '101' });
    expect(read('article', 'kak-sozdat')).toEqual({ type: 'article', article: 'kak-sozdat' });
    expect(read('article', '../agents')).toBeNull();
    expect(read('article', {})).toBeNull();
  });

  test('suggest takes numbers or a route', () => {
    expect(read('suggest', [101, '102'])).toEqual({ type: 'suggest', ids: [101, 102] });
    expect(read('suggest', { route: '/payouts' })).toEqual({ type: 'suggest', route: '/payouts' });
    expect(read('suggest', ['x'])).toBeNull();
    expect(read('suggest', {})).toBeNull();
  });

  test('context becomes flat strings; what is not flat is left out', () => {
    const value = { order: 1204, vip: true, note: 'x'.repeat(600), nested: {}, nothing: null };
    expect(read('context', value)).toEqual({
      type: 'context',
      context: { order: '1204', vip: 'true', note: 'x'.repeat(500) },
    });
    expect(read('context', 'x')).toBeNull();
  });

  test('prefill keeps what it knows', () => {
    expect(read('prefill', { text: 'a', subject: 'b', type: 'task', else: 1 })).toEqual({
      type: 'prefill',
      text: 'a',
      subject: 'b',
      ticketType: 'task',
    });
    const fields = { doing: 'a', got: 'x'.repeat(5000), else: 'b', by: 7 };
    expect(read('prefill', { fields, distributor: { who: 'Анна', account: 1042 } })).toEqual({
      type: 'prefill',
      fields: { doing: 'a', got: 'x'.repeat(4000) },
      distributor: { who: 'Анна' },
    });
    expect(read('prefill', { type: 'rant' })).toEqual({ type: 'prefill' });
    expect(read('prefill')).toBeNull();
  });

  test('texts are texts, or nothing where nothing will do', () => {
    expect(read('newConversation')).toEqual({ type: 'newConversation' });
    expect(read('newConversation', 'a')).toEqual({ type: 'newConversation', text: 'a' });
    expect(read('newConversation', 5)).toBeNull();
    expect(read('search', 'a')).toEqual({ type: 'search', query: 'a' });
    expect(read('search')).toBeNull();
    expect(read('dance' as PanelMethod)).toBeNull();
  });
});
