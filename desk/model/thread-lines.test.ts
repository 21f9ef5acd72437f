import type { AgentConversation, AgentEvent } from '@beseda/shared/domain/event';
import { describe, expect, it } from 'vitest';
import { lastSeenSeq, threadLines } from './thread-lines';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).toISOString();
const message = (seq: number, time: string, kind: 'requester' | 'agent', id: string) =>
  ({
    kind: 'message',
    seq,
    prev: seq - 1,
    at: time,
    author: { kind, id, name: id },
    message: {},
  }) as AgentEvent;

describe('threadLines', () => {
  it('puts a separator before each day', () => {
    const lines = threadLines([
      message(1, at(22, 23, 59), 'requester', 'a'),
      message(2, at(23, 0, 1), 'requester', 'a'),
      message(3, at(23, 9), 'agent', 'b'),
    ]);
    expect(lines.map((line) => line.kind)).toEqual(['day', 'event', 'day', 'event', 'event']);
    expect(lines.some((line) => line.kind === 'event' && line.joined)).toBe(false);
  });

  it('joins what one person writes in a row, and nothing else', () => {
    const lines = threadLines([
      message(1, at(23, 9), 'requester', 'a'),
      message(2, at(23, 9, 2), 'requester', 'a'),
      message(3, at(23, 9, 3), 'agent', 'b'),
      { ...message(4, at(23, 9, 4), 'agent', 'b'), kind: 'note' } as AgentEvent,
      message(5, at(23, 9, 30), 'agent', 'b'),
    ]);
    expect(lines.flatMap((line) => (line.kind === 'event' ? [line.joined] : []))).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('tells of ratings that follow each other the last one, and nothing of who would not say', () => {
    const rated = (seq: number, score: 'good' | 'bad' | null) =>
      ({
        ...message(seq, at(23, 9), 'requester', 'a'),
        kind: 'rating',
        rating: { score, comment: '' },
      }) as AgentEvent;
    const told = (events: AgentEvent[]) =>
      threadLines(events).flatMap((line) => (line.kind === 'event' ? [line.event.seq] : []));
    expect(told([rated(1, 'bad'), rated(2, 'good')])).toEqual([2]);
    expect(told([rated(1, null)])).toEqual([]);
  });
});

it('marks the last answer that the requester has seen', () => {
  const events = [
    message(1, at(23, 9), 'requester', 'a'),
    message(2, at(23, 10), 'agent', 'b'),
    message(3, at(23, 11), 'agent', 'b'),
  ];
  const read = (requesterReadSeq: number) => lastSeenSeq(events, { requesterReadSeq } as AgentConversation);
  expect([read(1), read(2), read(9)]).toEqual([null, 2, 3]);
});
