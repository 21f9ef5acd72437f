import { setImmediate as giveWay } from 'node:timers/promises';

const WORK_PER_SLICE = 1500;

/** Work done since a build last gave way to the event loop, in words read; one slice is a few milliseconds. */
export type Pace = { work: number; slices: number };

/** Counts work; true when it is time to end the slice. */
export function isFull(pace: Pace, work: number): boolean {
  pace.work += work;
  return pace.work >= WORK_PER_SLICE;
}

export async function endSlice(pace: Pace): Promise<void> {
  pace.work = 0;
  pace.slices++;
  await giveWay();
}
