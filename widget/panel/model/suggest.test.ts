import { createHttp } from '@beseda/shared/client/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hits } from './state';
import { createSuggester } from './suggest';
import { serve } from './testing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hit = (title: string) => ({ number: 1, title });

function setUp(answer: Parameters<typeof serve>[0]) {
  const calls = serve(answer);
  const seen: Hits[] = [];
  const suggester = createSuggester(createHttp({ origin: '', headers: () => ({}) }), (hits) =>
    seen.push(hits),
  );
  return { calls, seen, suggester };
}

describe('the suggester', () => {
  it('asks once for a burst of keys, after a pause', async () => {
    const { calls, suggester } = setUp(() => [200, { results: [] }]);
    for (const text of ['в', 'вы', 'вып']) suggester.ask(text, 'ru', '/payouts');
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(120);
    expect(calls.map(({ path }) => path)).toEqual([
      `/articles/suggest?${new URLSearchParams({ q: 'вып', locale: 'ru', route: '/payouts', limit: '4' })}`,
    ]);
  });

  it('never shows a late answer over a newer one', async () => {
    const answers: ((body: [number, unknown]) => void)[] = [];
    const { calls, seen, suggester } = setUp(() => new Promise((resolve) => answers.push(resolve)));
    suggester.ask('выплата', 'ru', '');
    await vi.advanceTimersByTimeAsync(120);
    suggester.ask('выплата не пришла', 'ru', '');
    await vi.advanceTimersByTimeAsync(120);
    answers[1]?.([200, { results: [hit('новый')] }]);
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.([200, { results: [hit('старый')] }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.map(({ results }) => results[0]?.title)).toEqual(['новый']);
    expect(calls[0]?.signal?.aborted).toBe(true);
  });

  it('does not ask twice for the same, and says what an empty text was asked for', async () => {
    const { calls, seen, suggester } = setUp(() => [200, { results: [hit('о странице')] }]);
    suggester.ask('', 'ru', '/payouts');
    await vi.advanceTimersByTimeAsync(0);
    suggester.ask('  ', 'ru', '/payouts');
    await vi.advanceTimersByTimeAsync(200);
    expect(calls).toHaveLength(1);
    expect(seen.map(({ kind }) => kind)).toEqual(['page']);
  });
});
