import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequesterConversation, RequesterEvent } from '../domain/event';
import { settle } from './testing/manual-clock';
import { createMessageServer } from './testing/message-server';
import { createScriptedConnection } from './testing/scripted-connection';
import { createThreads } from './threads';

const ID = '019aaaaa-0000-7000-8000-000000000001';
type Threads = ReturnType<typeof createThreads<RequesterConversation, RequesterEvent>>;

function setUp() {
  const server = createMessageServer();
  const line = createScriptedConnection((event, input) => server.answer(event, input));
  const threads: Threads = createThreads({ connection: line.connection, outbox: null, me: 'requester' });
  return { server, threads, ...line };
}

describe('a thread', () => {
  it('equals a fresh snapshot after any drops, repeats, reorderings and breaks of the line', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('record' as const),
        by: fc.constantFrom('agent' as const, 'requester' as const),
      }),
      fc.record({ do: fc.constant('deliver' as const), pick: fc.nat(), keep: fc.boolean() }),
      fc.record({ do: fc.constant('lose' as const), pick: fc.nat() }),
      fc.record({ do: fc.constant('break' as const), settles: fc.boolean() }),
      fc.record({ do: fc.constant('settle' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { server, threads, go, deliver } = setUp();
        server.record(ID, 'requester', 'first', 'Где выплата?');
        threads.open(ID);
        let onTheWay: RequesterEvent[] = [];
        for (const [index, step] of steps.entries()) {
          if (step.do === 'record') onTheWay.push(server.record(ID, step.by, `c${index}`, `m${index}`));
          if (step.do === 'settle') await settle();
          if (step.do === 'break') {
            go('offline');
            onTheWay = [];
            if (step.settles) await settle();
            go('online');
          }
          if (step.do === 'lose' || step.do === 'deliver') {
            const event = onTheWay[step.pick % Math.max(1, onTheWay.length)];
            if (!event) continue;
            if (step.do === 'deliver') deliver('event:recorded', { conversationId: ID, event });
            if (step.do === 'lose' || !step.keep) onTheWay = onTheWay.filter((other) => other !== event);
          }
        }
        go('offline');
        go('online');
        await settle();
        expect(threads.view(ID).thread).toEqual(server.snapshot(ID));
        expect(threads.view(ID).stale).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('fetches what is missing when an event does not follow the last one', async () => {
    const { server, threads, deliver } = setUp();
    server.record(ID, 'requester', 'a', 'один');
    threads.open(ID);
    await settle();
    server.record(ID, 'agent', 'b', 'два');
    deliver('event:recorded', { conversationId: ID, event: server.record(ID, 'agent', 'c', 'три') });
    await settle();
    expect(threads.view(ID).thread?.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('applies what comes while an answer is on its way', async () => {
    const { server, threads, deliver } = setUp();
    server.record(ID, 'requester', 'a', 'один');
    threads.open(ID);
    deliver('event:recorded', { conversationId: ID, event: server.record(ID, 'agent', 'b', 'два') });
    await settle();
    expect(threads.view(ID).thread).toEqual(server.snapshot(ID));
  });

  it('starts anew from a snapshot when too much has passed, and loads earlier events in front of it', async () => {
    const { server, threads, go } = setUp();
    server.record(ID, 'requester', 'a', 'один');
    threads.open(ID);
    await settle();
    go('offline');
    for (let i = 0; i < 150; i++) server.record(ID, 'agent', `n${i}`, `${i}`);
    go('online');
    await settle();
    expect(threads.view(ID).thread?.events).toHaveLength(100);
    expect(threads.view(ID).thread?.hasEarlier).toBe(true);
    expect(await threads.loadEarlier(ID)).toBe(true);
    expect(threads.view(ID).thread?.events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 151 }, (_, i) => i + 1),
    );
    expect(threads.view(ID).thread?.hasEarlier).toBe(false);
  });

  it('says why the server does not give a conversation', async () => {
    const { threads } = setUp();
    threads.open(ID);
    await settle();
    expect(threads.view(ID)).toMatchObject({ thread: null, refused: 'not_found' });
  });

  it('marks read once per last event, and again after the line broke', async () => {
    const { server, threads, requests, go } = setUp();
    server.record(ID, 'agent', 'a', 'Добрый день');
    threads.open(ID);
    await settle();
    const reads = () => requests.filter(({ event }) => event === 'conversation:read').length;
    threads.markRead(ID);
    threads.markRead(ID);
    expect(reads()).toBe(1);
    go('offline');
    go('online');
    await settle();
    threads.markRead(ID);
    expect(reads()).toBe(2);
  });

  it('takes read positions that only grow, and forgets presence with the line', async () => {
    const { server, threads, deliver, go } = setUp();
    server.record(ID, 'requester', 'a', 'один');
    threads.open(ID);
    await settle();
    deliver('read:marked', { conversationId: ID, by: 'agent', seq: 1 });
    deliver('read:marked', { conversationId: ID, by: 'agent', seq: 0 });
    expect(threads.view(ID).thread?.conversation.agentReadSeq).toBe(1);
    const anna = { who: { kind: 'agent' as const, name: 'Анна' }, mode: 'replying' as const };
    deliver('presence:changed', { conversationId: ID, presence: [anna] });
    expect(threads.view(ID).presence).toEqual([anna]);
    go('offline');
    expect(threads.view(ID).presence).toEqual([]);
  });
});
