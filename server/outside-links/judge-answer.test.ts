import { describe, expect, it } from 'vitest';
import { type Heard, judgeAnswer } from './judge-answer';

const verdictOf = (heard: Heard, before = 0) => judgeAnswer(heard, before).verdict;

describe('what another site answers', () => {
  it.each([200, 204, 206, 304] as const)('%i is there', (status) => expect(verdictOf(status)).toBe('there'));

  it.each([404, 410] as const)('%i is gone, at once', (status) => expect(verdictOf(status)).toBe('gone'));

  it.each([401, 403, 429, 999] as const)('%i may be meant for programs alone', (status) =>
    expect(verdictOf(status)).toBe('unclear'),
  );

  it.each([500, 503, 400, 'timeout', 'unreached', 'too_many_redirects'] as const)(
    '%s is told when it has happened twice, an hour apart',
    (heard) => {
      const first = judgeAnswer(heard, 0);
      expect(first).toEqual({ verdict: 'waiting', failures: 1, pauseMs: 3_600_000 });
      expect(judgeAnswer(heard, first.failures)).toMatchObject({ verdict: 'failing', failures: 2 });
    },
  );

  it.each(['not_public', 'bad_address'] as const)('%s is no address for readers', (heard) =>
    expect(verdictOf(heard, 5)).toBe('closed'),
  );

  it('begins to count anew once it is there again', () =>
    expect(judgeAnswer(200, 7)).toMatchObject({ failures: 0 }));
});
