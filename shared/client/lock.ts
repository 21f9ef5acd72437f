import type { Store } from './store';

/** Runs `work` while no other tab runs work of the same name; waits its turn. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The browser's own locks where they are, else a lease row in the store. */
export function createLock(store: Store, locks = globalThis.navigator?.locks): Lock {
  if (locks) return async (name, work) => await locks.request(name, work);
  const lease = import('./lease').then(({ createLease }) => createLease(store));
  return async (name, work) => (await lease)(name, work);
}
