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
  return { alerts, http, onAlert, raise: (fact: Alert) => raise(fact), pass: () => timers.shift()?.() };
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
