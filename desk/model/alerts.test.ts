import { createValue } from '@beseda/shared/client/value';
import type { Alert } from '@beseda/shared/protocol/http';
import { expect, it, vi } from 'vitest';
import { createAlerts } from './alerts';

const alert = (id: string, number = 1001, changes: Partial<Alert> = {}): Alert => ({
  id,
  kind: 'warning',
  clock: 'first_reaction',
  ticket: { number, subject: 'Тема' },
  dueAt: '2026-11-27T10:00:00.000Z',
  at: '2026-11-27T09:30:00.000Z',
  seenAt: null,
  ...changes,
});

async function open(known: Alert[] = []) {
  let raise: (fact: Alert) => void = () => {};
  const timers: (() => void)[] = [];
  const state = createValue<{ kind: string }>({ kind: 'idle' });
  const unseen = known.filter(({ seenAt }) => seenAt === null).length;
  const http = vi.fn<(method: string, path: string, body?: object) => Promise<object>>(async () => ({
    ok: true,
    data: { results: known, unseen },
  }));
  const connection = {
    state,
    on: (_: string, listener: (fact: Alert) => void) => {
      raise = listener;
      return () => {};
    },
  };
  const onAlert = vi.fn<() => void>();
  const clock = { now: () => 0, after: (_: number, work: () => void) => void timers.push(work) };
  const alerts = createAlerts({ connection, http, onAlert, clock } as never);
  state.set({ kind: 'online' });
  await vi.waitFor(() => expect(alerts.list.get()).not.toBeNull());
  const reconnect = () => {
    state.set({ kind: 'connecting' });
    state.set({ kind: 'online' });
  };
  return {
    alerts,
    http,
    onAlert,
    reconnect,
    raise: (fact: Alert) => raise(fact),
    pass: () => timers.shift()?.(),
  };
}

it('shows what comes for a while and keeps it in the list', async () => {
  const { alerts, raise, pass, onAlert } = await open();
  raise(alert('a'));
  raise(alert('a'));
  expect([alerts.shown.get().length, alerts.unseen.get(), alerts.list.get()?.length]).toEqual([1, 1, 1]);
  expect(onAlert).toHaveBeenCalledOnce();
  pass();
  expect([alerts.shown.get().length, alerts.unseen.get()]).toEqual([0, 1]);
});

it('marks a ticket until its alerts were looked at', async () => {
  const { alerts, http } = await open([alert('a'), alert('b', 1002), alert('c', 1003, { seenAt: 'then' })]);
  expect([1001, 1002, 1003].map(alerts.isMarked)).toEqual([true, true, false]);
  alerts.see(1001);
  expect([1001, 1002].map(alerts.isMarked)).toEqual([false, true]);
  expect(alerts.unseen.get()).toBe(1);
  expect(http).toHaveBeenLastCalledWith('POST', '/desk/alerts/seen', { ticket: 1001 });
  alerts.see();
  expect(alerts.unseen.get()).toBe(0);
  expect(http).toHaveBeenLastCalledWith('POST', '/desk/alerts/seen', {});
});

it('asks the server nothing where nothing is new', async () => {
  const { alerts, http } = await open([alert('a', 1001, { seenAt: 'then' })]);
  alerts.see(1001);
  alerts.see();
  expect(http).toHaveBeenCalledOnce();
});

it('shows an alert that the list knew before it was heard', async () => {
  const { alerts, raise } = await open([alert('a')]);
  expect(alerts.shown.get()).toEqual([]);
  raise(alert('a'));
  expect([alerts.shown.get().length, alerts.unseen.get(), alerts.list.get()?.length]).toEqual([1, 1, 1]);
});

it('keeps what is heard while the list is on its way', async () => {
  const { alerts, http, raise, reconnect } = await open([alert('a')]);
  let resolve: (answer: object) => void = () => {};
  const promise = new Promise<object>((done) => {
    resolve = done;
  });
  http.mockReturnValueOnce(promise);
  reconnect();
  raise(alert('b'));
  resolve({ ok: true, data: { results: [alert('a')], unseen: 1 } });
  await promise;
  await vi.waitFor(() => expect(alerts.list.get()?.map(({ id }) => id)).toEqual(['b', 'a']));
  expect(alerts.unseen.get()).toBe(2);
});

it('shows after a break what was raised in it, and the first time nothing', async () => {
  const { alerts, http, reconnect } = await open([alert('a')]);
  http.mockResolvedValueOnce({ ok: true, data: { results: [alert('b'), alert('a')], unseen: 2 } });
  reconnect();
  await vi.waitFor(() => expect(alerts.shown.get().map(({ id }) => id)).toEqual(['b']));
  expect(alerts.unseen.get()).toBe(2);
});
