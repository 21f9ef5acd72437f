import type { Page, QueueRow } from '@beseda/shared/protocol/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import { expect, it } from 'vitest';
import { createQueue } from './queue';

const row = (number: number, changes: Partial<QueueRow> = {}) =>
  ({
    number,
    status: 'open',
    assignee: null,
    lastSeq: 1,
    nextDueAt: null,
    waitingSince: `2026-11-23T10:0${number}:00.000Z`,
    updatedAt: '2026-11-23T10:00:00.000Z',
    ...changes,
  }) as QueueRow;

/** A server whose answers come when the test says so. */
function server() {
  const answers: ((page: Page<QueueRow> | null) => void)[] = [];
  const fetchPage = () =>
    new Promise<Ack<Page<QueueRow>>>((resolve) => {
      answers.push((page) => resolve(page ? { ok: true, data: page } : { ok: false, code: 'unavailable' }));
    });
  return { fetchPage, answers };
}

it('drops the answer for a view that one has left', async () => {
  const { fetchPage, answers } = server();
  const queue = createQueue({ agentId: 'me', fetchPage });
  const first = queue.open('open', '');
  const second = queue.open('unassigned', '');
  answers[1]?.({ results: [row(2)], next: null });
  answers[0]?.({ results: [row(1)], next: null });
  await Promise.all([first, second]);
  expect(queue.state.get().list.rows.map((item) => item.number)).toEqual([2]);
});

it('shows a ticket that came while its list was being fetched', async () => {
  const { fetchPage, answers } = server();
  const queue = createQueue({ agentId: 'me', fetchPage });
  const opened = queue.open('unassigned', '');
  queue.take(row(3));
  answers[0]?.({ results: [row(1), row(2)], next: null });
  await opened;
  expect(queue.state.get().list.rows.map((item) => item.number)).toEqual([1, 2, 3]);
});

it('keeps the rows when refreshing fails, and says so when nothing was ever there', async () => {
  const { fetchPage, answers } = server();
  const queue = createQueue({ agentId: 'me', fetchPage });
  const failed = queue.open('open', '');
  answers[0]?.(null);
  await failed;
  expect(queue.state.get().phase).toBe('failed');
  const opened = queue.open('open', '');
  answers[1]?.({ results: [row(1)], next: null });
  await opened;
  const refreshed = queue.refresh();
  answers[2]?.(null);
  await refreshed;
  expect(queue.state.get()).toMatchObject({ phase: 'ready', list: { rows: [{ number: 1 }] } });
});

it('asks for the next page once at a time, and again after a failure', async () => {
  const { fetchPage, answers } = server();
  const queue = createQueue({ agentId: 'me', fetchPage });
  const opened = queue.open('open', '');
  answers[0]?.({ results: [row(1)], next: 'a' });
  await opened;
  const more = [queue.loadMore(), queue.loadMore()];
  expect(answers).toHaveLength(2);
  answers[1]?.(null);
  await Promise.all(more);
  expect(queue.state.get().more).toBe('failed');
  const again = queue.loadMore();
  answers[2]?.({ results: [row(2)], next: null });
  await again;
  expect(queue.state.get()).toMatchObject({ more: 'idle', list: { next: null, rows: [{}, {}] } });
});
