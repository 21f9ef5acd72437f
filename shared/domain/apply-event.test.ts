import { describe, expect, it } from 'vitest';
import { applyEvent } from './apply-event';
import type { RequesterEvent, RequesterThread } from './event';

const thread: RequesterThread = {
  conversation: {
    id: 'c',
    number: 1001,
    subject: 'Вопрос',
    status: 'pending',
    type: null,
    channel: 'widget',
    assignee: null,
    promise: null,
    createdAt: '2026-11-23T09:00:00.000Z',
    lastSeq: 3,
    acceptBy: null,
    rating: null,
    links: [],
    requester: { id: 'olga', name: 'Ольга' },
    followers: [],
    requesterReadSeq: 3,
    agentReadSeq: 3,
  },
  events: [],
  hasEarlier: true,
};
const status = (seq: number, prev: number): RequesterEvent => ({
  seq,
  prev,
  at: '2026-11-23T09:01:00.000Z',
  author: { kind: 'agent', name: 'Анна' },
  kind: 'status',
  from: 'pending',
  to: 'solved',
});

describe('applyEvent', () => {
  it('adds the next event, though notes stand between by number', () => {
    const { thread: next, outcome } = applyEvent(thread, status(7, 3));
    expect(outcome).toBe('applied');
    expect(next.conversation).toMatchObject({ lastSeq: 7, status: 'solved' });
    expect(next.events).toHaveLength(1);
  });

  it('leaves the given thread as it was', () => {
    const before = structuredClone(thread);
    applyEvent(thread, status(4, 3));
    expect(thread).toEqual(before);
  });

  it('takes what a colleague writes for read by them alone', () => {
    const said = (id: string): RequesterEvent => {
      const author = { kind: 'requester', id, name: 'Пётр' } as const;
      const message = {
        id: 'm',
        seq: 4,
        clientId: 'm',
        author,
        channel: 'widget',
        text: 'И у меня',
      } as const;
      const at = '2026-11-23T09:01:00.000Z';
      return { seq: 4, prev: 3, at, author, kind: 'message', message: { ...message, attachments: [], at } };
    };
    const marks = (id: string) => applyEvent(thread, said(id)).thread.conversation.requesterReadSeq;
    expect(marks('petr')).toBe(3);
    expect(marks('olga')).toBe(4);
  });

  it('knows what it has already, and what is missing', () => {
    expect(applyEvent(thread, status(3, 2)).outcome).toBe('duplicate');
    expect(applyEvent(thread, status(6, 5)).outcome).toBe('gap');
  });
});
