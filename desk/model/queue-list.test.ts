import type { QueueRow } from '@beseda/shared/protocol/http';
import { describe, expect, it } from 'vitest';
import { mergeFact, mergePage, type QueueList } from './queue-list';

const ME = 'agent-me';

function row(number: number, changes: Partial<QueueRow> = {}): QueueRow {
  return {
    conversationId: `c${number}`,
    number,
    subject: `Тема ${number}`,
    preview: '',
    status: 'open',
    type: null,
    priority: 'normal',
    channel: 'widget',
    assignee: null,
    requester: { id: 'p', name: 'Анна' },
    company: { id: 'k', name: 'Лён', plan: 'start' },
    lastSeq: 1,
    unread: true,
    promise: null,
    nextDueAt: null,
    waitingSince: `2026-11-23T10:${String(number).padStart(2, '0')}:00.000Z`,
    createdAt: '2026-11-23T10:00:00.000Z',
    updatedAt: `2026-11-23T10:${String(number).padStart(2, '0')}:00.000Z`,
    ...changes,
  };
}

function list(view: QueueList['view'], rows: QueueRow[], next: string | null = null): QueueList {
  return { view, query: '', rows, next };
}
const numbers = (state: QueueList) => state.rows.map((item) => item.number);

describe('mergeFact', () => {
  it('inserts a new ticket where its waiting time puts it', () => {
    const { list: after, change } = mergeFact(list('unassigned', [row(1), row(5)]), row(3), ME);
    expect([numbers(after), change]).toEqual([[1, 3, 5], 'inserted']);
  });

  it('puts the newest change first in the views that one looks back in', () => {
    const fact = row(1, { updatedAt: '2026-11-23T11:00:00.000Z', lastSeq: 2 });
    const { list: after, change } = mergeFact(list('all', [row(5), row(3), row(1)]), fact, ME);
    expect([numbers(after), change]).toEqual([[1, 5, 3], 'moved']);
  });

  it('removes a ticket that left the view and takes it into the one it joined', () => {
    const taken = row(1, { assignee: { id: ME, name: 'Я' }, lastSeq: 2 });
    expect(mergeFact(list('unassigned', [row(1), row(2)]), taken, ME)).toMatchObject({
      change: 'removed',
      list: { rows: [{ number: 2 }] },
    });
    expect(mergeFact(list('mine', []), taken, ME).change).toBe('inserted');
    expect(mergeFact(list('mine', []), taken, 'another').change).toBe('ignored');
  });

  it('keeps tickets that nobody waits for behind those that wait, oldest first', () => {
    const idle = row(2, { waitingSince: null });
    const { list: after } = mergeFact(list('open', [row(5), row(9, { waitingSince: null })]), idle, ME);
    expect(numbers(after)).toEqual([5, 2, 9]);
  });

  it('drops a fact that is older than the row', () => {
    const state = list('all', [row(1, { lastSeq: 4, subject: 'новее' })]);
    expect(mergeFact(state, row(1, { lastSeq: 3 }), ME)).toEqual({ list: state, change: 'ignored' });
  });

  it('leaves a row behind the loaded ones to its page, and lets one go there', () => {
    const state = list('open', [row(1), row(2)], 'cursor');
    expect(mergeFact(state, row(7), ME).change).toBe('ignored');
    const later = row(1, { waitingSince: '2026-11-23T12:00:00.000Z', lastSeq: 3 });
    expect(mergeFact(state, later, ME)).toMatchObject({ change: 'removed', list: { rows: [{ number: 2 }] } });
  });

  it('updates the last loaded row in place though more follow', () => {
    const state = list('open', [row(1), row(2)], 'cursor');
    const { list: after, change } = mergeFact(state, row(2, { unread: false, lastSeq: 2 }), ME);
    expect([numbers(after), change]).toEqual([[1, 2], 'updated']);
  });

  it('changes what a search found and adds nothing to it', () => {
    const state = { ...list('all', [row(1)]), query: 'лён' };
    expect(mergeFact(state, row(2), ME).change).toBe('ignored');
    expect(mergeFact(state, row(1, { subject: 'Другая', lastSeq: 2 }), ME).change).toBe('updated');
  });
});

describe('mergePage', () => {
  it('appends what is not there yet and takes over the cursor', () => {
    const after = mergePage(
      list('open', [row(1), row(2)], 'a'),
      { results: [row(2), row(3)], next: 'b' },
      new Map(),
      ME,
    );
    expect([numbers(after), after.next]).toEqual([[1, 2, 3], 'b']);
  });

  it('lets a change that arrived while the page was on its way win', () => {
    const solved = row(2, { status: 'solved', lastSeq: 5 });
    const renamed = row(3, { subject: 'новая', lastSeq: 5 });
    const after = mergePage(
      list('open', [row(1)], 'a'),
      { results: [row(2), row(3)], next: null },
      new Map([
        [2, solved],
        [3, renamed],
      ]),
      ME,
    );
    expect(after.rows.map((item) => item.subject)).toEqual(['Тема 1', 'новая']);
  });
});
