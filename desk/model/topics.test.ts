import type { Http } from '@beseda/shared/client/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import { expect, it, vi } from 'vitest';
import { createNotices } from './notices';
import { createTopics, suggestSubject } from './topics';

/** A server that answers each call with what is next. */
function setUp(...answers: Ack<unknown>[]) {
  const asked: string[] = [];
  const http = (async (method: string, path: string, body?: unknown) => {
    asked.push(`${method} ${path}${body ? ` ${JSON.stringify(body)}` : ''}`);
    return answers.shift() ?? { ok: false, code: 'unavailable' };
  }) as Http;
  const notices = createNotices({ now: () => 0, after: () => () => undefined });
  const shown: number[] = [];
  const topics = createTopics({ http, notices });
  return { asked, notices, shown, topics, show: (number: number) => void shown.push(number) };
}
const ok = (number = 0): Ack<unknown> => ({ ok: true, data: { number } });

it('shows what was split off, and closes it again on undo', async () => {
  const { asked, notices, shown, topics, show } = setUp(ok(9), ok());
  expect(await topics.split({ number: 7, seq: 3, subject: ' ' }, show)).toBeNull();
  expect(shown).toEqual([9]);
  expect(notices.undoLast()).toBe(true);
  await vi.waitFor(() => expect(shown).toEqual([9, 7]));
  expect(asked).toEqual(['POST /tickets/7/split {"seq":3}', 'DELETE /tickets/9/split']);
  expect(notices.shown.get()).toMatchObject([{ kind: 'unsplit', number: 9, other: 7 }]);
});

it('stays where it is when merging is refused, and says why', async () => {
  const { notices, shown, topics, show } = setUp({ ok: false, code: 'merge_impossible' });
  expect(await topics.merge({ number: 7, into: 9 }, show)).toBe('merge_impossible');
  expect(shown).toEqual([]);
  expect(notices.shown.get()).toEqual([]);
});

it('goes there and back between merged and not', async () => {
  const { asked, notices, shown, topics, show } = setUp(ok(7), ok(7), ok(7));
  await topics.merge({ number: 7, into: 9 }, show);
  notices.undoLast();
  await vi.waitFor(() => expect(shown).toEqual([9, 7]));
  notices.undoLast();
  await vi.waitFor(() => expect(shown).toEqual([9, 7, 9]));
  expect(asked).toEqual([
    'PUT /tickets/7/merge {"into":9}',
    'DELETE /tickets/7/merge',
    'PUT /tickets/7/merge {"into":9}',
  ]);
});

it('says why a way back is closed', async () => {
  const { notices, shown, topics, show } = setUp({ ok: false, code: 'split_answered' });
  await topics.unsplit(9, 7, show);
  expect(shown).toEqual([]);
  expect(notices.shown.get()).toMatchObject([{ kind: 'failed', number: 9, code: 'split_answered' }]);
});

it('takes the first line for a subject, cut at a word', () => {
  expect(suggestSubject('\n  Где отчёт?\nОн был.')).toBe('Где отчёт?');
  expect(suggestSubject('слово '.repeat(20))).toBe('слово '.repeat(13).trim());
  expect(suggestSubject('')).toBe('');
});
