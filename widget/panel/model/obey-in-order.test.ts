import { describe, expect, it } from 'vitest';
import { obeyInOrder } from './obey-in-order';

/** Messages in upper case are obeyed when `finish` or `fail` is called. */
function setUp() {
  const obeyed: string[] = [];
  const ends: { finish: () => void; fail: () => void }[] = [];
  const take = obeyInOrder((message: string) => {
    obeyed.push(message);
    if (message === message.toLowerCase()) return undefined;
    return new Promise<void>((resolve, reject) => {
      ends.push({ finish: resolve, fail: () => reject(new Error(message)) });
    });
  });
  return { obeyed, ends, take };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('obeying in order', () => {
  it('is at once where nothing precedes', () => {
    const { obeyed, take } = setUp();
    take('a');
    take('b');
    expect(obeyed).toEqual(['a', 'b']);
  });

  it('lets nothing overtake what takes its time', async () => {
    const { obeyed, ends, take } = setUp();
    for (const message of ['A', 'b', 'C', 'd']) take(message);
    expect(obeyed).toEqual(['A']);
    ends[0]?.finish();
    await settle();
    expect(obeyed).toEqual(['A', 'b', 'C']);
    ends[1]?.finish();
    await settle();
    take('e');
    expect(obeyed).toEqual(['A', 'b', 'C', 'd', 'e']);
  });

  it('goes on after a failure', async () => {
    const { obeyed, ends, take } = setUp();
    take('A');
    take('b');
    ends[0]?.fail();
    await settle();
    expect(obeyed).toEqual(['A', 'b']);
  });
});
