import { beforeEach, expect, it, vi } from 'vitest';
import type { Http } from './http';
import { createLinkRenewal } from './renew-links';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Answers every file that is asked for but `gone`. */
function openServer(): { http: Http; asked: string[][] } {
  const asked: string[][] = [];
  const http = (async (_method: string, path: string) => {
    const ids = path.replace('/files/links?ids=', '').split(',');
    asked.push(ids);
    const results = ids.filter((id) => id !== 'gone').map((id) => ({ id, url: `fresh ${id}` }));
    return { ok: true, data: { results, next: null } };
  }) as unknown as Http;
  return { http, asked };
}

it('asks once for what is wanted at the same time, and tells each its own', async () => {
  const { http, asked } = openServer();
  const renew = createLinkRenewal(http);
  const answers = Promise.all(['a', 'b', 'a', 'gone'].map(renew));
  await vi.runAllTimersAsync();
  expect((await answers).map((file) => file?.url)).toEqual(['fresh a', 'fresh b', 'fresh a', undefined]);
  expect(asked).toEqual([['a', 'b', 'gone']]);
  const later = renew('a');
  await vi.runAllTimersAsync();
  expect((await later)?.url).toBe('fresh a');
  expect(asked).toHaveLength(2);
});

it('asks for many in parts that the server takes', async () => {
  const { http, asked } = openServer();
  const renew = createLinkRenewal(http);
  const answers = Promise.all(Array.from({ length: 150 }, (_, n) => renew(`f${n}`)));
  await vi.runAllTimersAsync();
  expect((await answers).every((file) => file !== null)).toBe(true);
  expect(asked.map(({ length }) => length)).toEqual([100, 50]);
});

it('answers nothing while nobody answers', async () => {
  const renew = createLinkRenewal(() => Promise.resolve({ ok: false, code: 'unavailable' }));
  const answer = renew('a');
  await vi.runAllTimersAsync();
  expect(await answer).toBeNull();
});
