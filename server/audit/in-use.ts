import { Refusal } from '../context/refusal';

/** Refuses with `in_use` when anything is. `uses`: names or counts by what uses it; empty ones are left out. */
export function refuseInUse(what: string, uses: Readonly<Record<string, number | readonly string[]>>): void {
  const real = Object.entries(uses).filter(([, use]) => (typeof use === 'number' ? use > 0 : use.length > 0));
  if (real.length === 0) return;
  throw new Refusal('in_use', `${what} is in use: ${real.map(([kind]) => kind).join(', ')}.`, {
    details: Object.fromEntries(real),
  });
}
