import type { Store } from './store';

/** Runs `work` while no other tab runs work of the same name; waits its turn. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The browser's own locks where they are and may be used, else a lease row in the store. */
export function createLock(store: Store, locks = globalThis.navigator?.locks): Lock {
  let made: Promise<Lock> | undefined;
  const lease: Lock = async (name, work) => {
    made ??= import('./lease').then(({ createLease }) => createLease(store));
    return (await made)(name, work);
  };
  if (!locks) return lease;
  return async (name, work) => {
    let begun = false;
    try {
      return await locks.request(name, () => {
        begun = true;
        return work();
      });
    } catch (error) {
      // An iframe without storage may not lock either.
      if (begun) throw error;
      return await lease(name, work);
    }
  };
}
