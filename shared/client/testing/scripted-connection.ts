import type { ErrorCode } from '../../protocol/errors';
import type { Ack, ServerToClient } from '../../protocol/socket';
import { UNREACHED } from '../ack';
import type { Connection, ConnectionState, RequestName } from '../connect';
import { createValue } from '../value';

export type Answer = (event: RequestName, input: never) => Promise<Ack<unknown>> | Ack<unknown>;

/** A connection whose far end is a function; goes on- and offline as a test says. */
export function createScriptedConnection(answer: Answer, online = true) {
  const state = createValue<ConnectionState>({ kind: online ? 'online' : 'offline' });
  const listeners = new Map<string, Set<(fact: never) => void>>();
  const requests: { event: RequestName; input: unknown }[] = [];
  const connection: Connection = {
    state,
    async request(event, input) {
      requests.push({ event, input });
      if (state.get().kind !== 'online') return UNREACHED;
      return (await answer(event, input as never)) as never;
    },
    on(fact, listener) {
      const set = listeners.get(fact) ?? new Set();
      listeners.set(fact, set.add(listener));
      return () => set.delete(listener);
    },
  };
  return {
    connection,
    requests,
    go: (kind: 'online' | 'offline') => state.set({ kind }),
    deliver<E extends keyof ServerToClient>(fact: E, ...[data]: Parameters<ServerToClient[E]>) {
      for (const listener of listeners.get(fact) ?? []) listener(data as never);
    },
  };
}

export const refuse = (code: ErrorCode, details?: Record<string, unknown>): Ack<never> => ({
  ok: false,
  code,
  ...(details && { details }),
});
