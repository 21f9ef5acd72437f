import type { Connection } from '@beseda/shared/client/connect';
import { createValue } from '@beseda/shared/client/value';
import type { QueueRow } from '@beseda/shared/protocol/http';
import type { Ack, TicketPatch } from '@beseda/shared/protocol/socket';
import { expect, it, vi } from 'vitest';
import { createNotices } from './notices';
import { createQueue } from './queue';
import { createTicketUpdates } from './update-ticket';

const row = (changes: Partial<QueueRow> = {}) =>
  ({
    number: 7,
    status: 'open',
    type: null,
    priority: 'normal',
    assignee: null,
    lastSeq: 1,
    updatedAt: '1',
    ...changes,
  }) as QueueRow;

/** A connection that answers when told to. */
async function setUp() {
  const asked: { patch: TicketPatch; answer: (ack: Ack<QueueRow>) => void }[] = [];
  const connection = {
    state: createValue({ kind: 'online' }),
    on: () => () => undefined,
    request: (_: string, input: { patch: TicketPatch }) =>
      new Promise((resolve) => asked.push({ patch: input.patch, answer: resolve })),
  } as unknown as Connection;
  const queue = createQueue({
    agentId: 'me',
    fetchPage: async () => ({ ok: true, data: { results: [row()], next: null } }),
  });
  await queue.open('unassigned', '');
  const notices = createNotices({ now: () => 0, after: () => () => undefined });
  const updates = createTicketUpdates({
    connection,
    queue,
    notices,
    nameOf: (id) => (id === 'me' ? 'Ольга' : id),
  });
  return { asked, queue, notices, updates };
}

it('shows a change at once, and takes it back on undo', async () => {
  const { asked, queue, notices, updates } = await setUp();
  const done = updates.update(row(), { assignee: 'me' });
  expect(queue.state.get().list.rows).toEqual([]);
  expect(updates.pending.get().get(7)).toEqual({ assignee: 'me' });
  asked[0]?.answer({ ok: true, data: row({ assignee: { id: 'me', name: 'Ольга' }, lastSeq: 2 }) });
  await done;
  expect(updates.pending.get().size).toBe(0);
  expect(notices.shown.get()).toMatchObject([{ kind: 'changed', assigneeName: 'Ольга' }]);
  expect(notices.undoLast()).toBe(true);
  await vi.waitFor(() => expect(asked[1]?.patch).toEqual({ assignee: null }));
});

it('takes back the latest change even when its answer is still on the way, after it', async () => {
  const { asked, notices, updates } = await setUp();
  const done = updates.update(row(), { priority: 'high' });
  expect(notices.undoLast()).toBe(true);
  expect(notices.undoLast()).toBe(false);
  expect(asked).toHaveLength(1);
  asked[0]?.answer({ ok: true, data: row({ priority: 'high', lastSeq: 2 }) });
  await done;
  expect(asked[1]?.patch).toEqual({ priority: 'normal' });
});

it('puts things back and says why when a change was refused', async () => {
  const { asked, queue, notices, updates } = await setUp();
  const done = updates.update(row(), { status: 'solved' });
  asked[0]?.answer({ ok: false, code: 'unavailable' });
  await done;
  expect(queue.state.get().list.rows).toMatchObject([{ number: 7, status: 'open' }]);
  expect(notices.shown.get()).toMatchObject([{ kind: 'failed', code: 'unavailable' }]);
});

it('keeps a later change of the same property when an earlier one is answered', async () => {
  const { asked, updates } = await setUp();
  const first = updates.update(row(), { priority: 'high' });
  void updates.update(row({ priority: 'high' }), { priority: 'urgent' });
  asked[0]?.answer({ ok: true, data: row({ priority: 'high', lastSeq: 2 }) });
  await first;
  expect(updates.pending.get().get(7)).toEqual({ priority: 'urgent' });
});

it('sends nothing that would change nothing', async () => {
  const { asked, updates } = await setUp();
  await updates.update(row(), { status: 'open' });
  expect(asked).toEqual([]);
});

it('says that the company is asked, where a task was called solved', async () => {
  const { asked, notices, updates } = await setUp();
  const done = updates.update(row({ type: 'task' }), { status: 'solved' });
  expect(notices.shown.get()).toMatchObject([{ kind: 'changed' }]);
  asked[0]?.answer({ ok: true, data: row({ type: 'task', status: 'pending', lastSeq: 2 }) });
  await done;
  expect(notices.shown.get()).toMatchObject([{ kind: 'proposed', number: 7 }]);
  notices.undoLast();
  await vi.waitFor(() => expect(asked[1]?.patch).toEqual({ status: 'open' }));
});
