import type { QueueRow } from '@beseda/shared/protocol/http';
import { expect, it } from 'vitest';
import { NO_ATTENTION, noteRow } from './attention';

const row = (changes: Partial<QueueRow>) =>
  ({ number: 1, status: 'open', assignee: null, unread: true, lastSeq: 1, ...changes }) as QueueRow;

it('counts unread tickets that are mine or nobody’s, until they are read, solved or taken by another', () => {
  const { attention } = noteRow(NO_ATTENTION, row({}), 'me');
  expect(attention.unread.size).toBe(1);
  for (const change of [
    { unread: false },
    { status: 'solved' },
    { assignee: { id: 'other', name: 'Пётр' } },
  ] as const) {
    expect(noteRow(attention, row(change), 'me').attention.unread.size).toBe(0);
  }
});

it('tells of a new ticket once', () => {
  const first = noteRow(NO_ATTENTION, row({}), 'me');
  expect(first.isNew).toBe(true);
  expect(noteRow(first.attention, row({ unread: false }), 'me').isNew).toBe(false);
  expect(noteRow(NO_ATTENTION, row({ lastSeq: 7 }), 'me').isNew).toBe(false);
});
