import { uuidv7 } from '../domain/uuid';
import { type Clock, systemClock } from './clock';
import type { Lock } from './lock';
import type { Store } from './store';

const LEASE_MS = 15_000;
const ASK_MS = 500;

/** A lease is renewed while the work lasts and runs out by itself when the tab dies. */
export function createLease(store: Store, clock: Clock = systemClock): Lock {
  const holder = uuidv7();
  const wait = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));

  async function take(key: string): Promise<boolean> {
    const now = clock.now();
    const row = await store.update<{ key: string; holder: string; until: number }>('leases', key, (row) =>
      row && row.holder !== holder && row.until > now ? undefined : { key, holder, until: now + LEASE_MS },
    );
    return row !== undefined;
  }

  return async (key, work) => {
    while (!(await take(key))) await wait(ASK_MS);
    let cancel = () => {};
    const renew = () => {
      cancel = clock.after(LEASE_MS / 3, () => void take(key).then(renew));
    };
    renew();
    try {
      return await work();
    } finally {
      cancel();
      await store.delete('leases', key);
    }
  };
}
