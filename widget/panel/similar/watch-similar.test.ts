import { createHttp } from '@beseda/shared/client/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../model/testing';
import { watchSimilar } from './watch-similar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ticket = (number: number) => ({ number, subject: 'Тема' });

function setUp(answer: Parameters<typeof serve>[0]) {
  const calls = serve(answer);
  const seen: number[][] = [];
  const watch = watchSimilar(createHttp({ origin: '', headers: () => ({}) }), (found) =>
    seen.push(found.map(({ number }) => number)),
  );
  return { calls, seen, watch };
}

describe('the watch for similar tickets', () => {
  it('asks once for a burst of keys, when the typing has paused, and not for a scrap', async () => {
    const { calls, seen, watch } = setUp(() => [200, { results: [ticket(7)] }]);
    for (const text of ['вып', 'выпл', 'выплата ']) watch.ask(text, '/payouts');
    await vi.advanceTimersByTimeAsync(599);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls.map(({ path }) => path)).toEqual([
      `/tickets/similar?${new URLSearchParams({ q: 'выплата', route: '/payouts' })}`,
    ]);
    watch.ask('выплата', '/payouts');
    await vi.advanceTimersByTimeAsync(600);
    expect(calls).toHaveLength(1);
    watch.ask('вып', '/payouts');
    await vi.advanceTimersByTimeAsync(600);
    expect(calls).toHaveLength(1);
    expect(seen).toEqual([[], [7], []]);
  });

  it('never gives a late answer over a newer one', async () => {
    const answers: ((body: [number, unknown]) => void)[] = [];
    const { calls, seen, watch } = setUp(() => new Promise((resolve) => answers.push(resolve)));
    watch.ask('выплата', '');
    await vi.advanceTimersByTimeAsync(600);
    watch.ask('выплата зависла', '');
    await vi.advanceTimersByTimeAsync(600);
    answers[1]?.([200, { results: [ticket(2)] }]);
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.([200, { results: [ticket(1)] }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([[2]]);
    expect(calls[0]?.signal?.aborted).toBe(true);
  });

  it('knows of a text only what was answered to that very text', async () => {
    const { watch } = setUp(() => [200, { results: [ticket(7)] }]);
    watch.ask('выплата', '');
    expect(watch.found('выплата')).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(watch.found('выплата ')).toHaveLength(1);
    watch.ask('выплата зависла', '');
    expect(watch.found('выплата зависла')).toEqual([]);
  });
});
