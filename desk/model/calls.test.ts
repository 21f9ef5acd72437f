import { createValue } from '@beseda/shared/client/value';
import type { CallCard } from '@beseda/shared/protocol/http';
import { expect, it, vi } from 'vitest';
import { createCalls } from './calls';

const person = { id: 'p', name: 'Ольга', company: { id: 'c', name: 'Вита' } };
const caller = { by: 'number', person, tickets: [] } as unknown as CallCard['callers'][number];
const card = (changes: Partial<CallCard> = {}): CallCard => ({
  id: 'call',
  state: 'ringing',
  number: '+74951234567',
  startedAt: '2026-11-27T09:00:00Z',
  callers: [caller],
  ...changes,
});

function open(answer: object = { ok: true, data: { number: 1001 } }, items = new Map<string, string>()) {
  const listeners = new Map<string, (fact: never) => void>();
  const http = vi.fn<(method: string, path: string, body?: object) => Promise<object>>(async () => answer);
  const connection = {
    state: createValue({ kind: 'idle' }),
    on: (fact: string, listener: (fact: never) => void) => {
      listeners.set(fact, listener);
      return () => listeners.delete(fact);
    },
  };
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  const calls = createCalls({ connection, http, storage, agentId: 'anna' } as never);
  const hear = (fact: CallCard) => listeners.get('call:changed')?.(fact as never);
  return { calls, hear, http, items };
}

it('shows a call while it goes on', () => {
  const { calls, hear } = open();
  hear(card());
  hear(card({ state: 'answered' }));
  expect(calls.ringing.get()).toMatchObject([{ id: 'call', state: 'answered' }]);
  hear(card({ state: 'ended' }));
  expect(calls.ringing.get()).toEqual([]);
});

it('takes the one who is known by the number, and nobody where several are', () => {
  const { calls } = open();
  calls.take(card());
  expect(calls.draft.get()).toMatchObject({ callId: 'call', caller: { person } });
  calls.discard();
  calls.take(card({ callers: [caller, caller] }));
  expect(calls.draft.get()).toMatchObject({ callId: 'call', caller: null, query: '+74951234567' });
});

it('keeps what is written over a reload, and when the server does not take it', async () => {
  const { calls, items } = open({ ok: false, code: 'unavailable' });
  calls.write({ caller, text: 'Не проходит выплата' });
  expect(await calls.save()).toEqual({ ok: false, code: 'unavailable' });
  expect(open({}, items).calls.draft.get()).toMatchObject({
    text: 'Не проходит выплата',
    caller: { person },
  });
});

it('sends only what is filled in, and begins a new form when it is stored', async () => {
  const { calls, http } = open();
  calls.write({ caller, text: 'Вопрос', answer: '  ', note: 'Торопится' });
  const { clientId } = calls.draft.get();
  expect(await calls.save()).toEqual({ ok: true, number: 1001 });
  expect(http).toHaveBeenCalledWith('POST', '/desk/calls', {
    clientId,
    personId: 'p',
    text: 'Вопрос',
    note: 'Торопится',
  });
  expect(calls.draft.get()).toMatchObject({ text: '', caller: null });
  expect(calls.draft.get().clientId).not.toBe(clientId);
});
