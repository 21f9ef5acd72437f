import type { Http } from '@beseda/shared/client/http';
import { createManualClock, settle } from '@beseda/shared/client/testing/manual-clock';
import type { Ack } from '@beseda/shared/protocol/socket';
import { expect, it } from 'vitest';
import { watchEditors } from './watch-editors';

const BORIS = { name: 'Борис', since: '2026-11-27T09:30:00Z' };

function begin() {
  const clock = createManualClock();
  const calls: string[] = [];
  const answers: (Ack<unknown> | Promise<Ack<unknown>>)[] = [];
  const http = (async (method: string, path: string) => {
    calls.push(`${method} ${path}`);
    return answers.shift() ?? { ok: true, data: { others: [] } };
  }) as Http;
  const start = () => watchEditors({ http, path: '/7/ru', leave: () => calls.push('leave'), clock });
  return { clock, calls, answers, start };
}

it('says at once and every 15 s that the article is open, and knows who else has it open', async () => {
  const { clock, calls, answers, start } = begin();
  answers.push({ ok: true, data: { others: [BORIS] } });
  const watch = start();
  await settle();
  expect(watch.others.get()).toEqual([BORIS]);
  await clock.advance(14_999);
  expect(calls).toEqual(['PUT /7/ru/editing']);
  await clock.advance(1);
  expect(calls).toHaveLength(2);
  expect(watch.others.get()).toEqual([]);
});

it('goes on when nobody answers, with what it knew', async () => {
  const { clock, calls, answers, start } = begin();
  answers.push({ ok: true, data: { others: [BORIS] } }, { ok: false, code: 'unavailable' });
  const watch = start();
  await clock.advance(15_000);
  expect(watch.others.get()).toEqual([BORIS]);
  await clock.advance(15_000);
  expect(calls).toHaveLength(3);
});

it('is silent once it is closed, and says so after what was on its way', async () => {
  const { clock, calls, answers, start } = begin();
  let answer = (_ack: Ack<unknown>) => {};
  answers.push(new Promise((resolve) => (answer = resolve)));
  const watch = start();
  watch.stop();
  await settle();
  expect(calls).toEqual(['PUT /7/ru/editing']);
  answer({ ok: true, data: { others: [BORIS] } });
  watch.tell();
  await clock.advance(60_000);
  expect(calls).toEqual(['PUT /7/ru/editing', 'leave']);
  expect(watch.others.get()).toEqual([]);
});
