import { setImmediate as giveWay } from 'node:timers/promises';

const WORK_PER_SLICE = 1500;
const MILLISECONDS_PER_SLICE = 5;
/** The clock is read so often. */
const WORK_PER_LOOK = 100;
/** Of a list of which nothing else is known: the clock is read for every second one. */
const WORK_PER_ITEM = 50;

/** Work done since a build last gave way to the event loop, in words read; one slice is a few milliseconds. */
export type Pace = { work: number; slices: number; unseen: number; since: number };

export function startPace(): Pace {
  return { work: 0, slices: 1, unseen: 0, since: performance.now() };
}

/** Counts work; true when it is time to end the slice, on a slow machine sooner. */
export function isFull(pace: Pace, work: number): boolean {
  pace.work += work;
  pace.unseen += work;
  if (pace.work >= WORK_PER_SLICE) return true;
  if (pace.unseen < WORK_PER_LOOK) return false;
  pace.unseen = 0;
  return performance.now() - pace.since > MILLISECONDS_PER_SLICE;
}

export async function endSlice(pace: Pace): Promise<void> {
  await giveWay();
  pace.work = pace.unseen = 0;
  pace.slices++;
  pace.since = performance.now();
}

/** Like `map`, but gives way to other work whenever a slice of time is over. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  make: (item: T) => R,
  pace: Pace = startPace(),
): Promise<R[]> {
  const made: R[] = [];
  for (const item of items) {
    made.push(make(item));
    if (isFull(pace, WORK_PER_ITEM)) await endSlice(pace);
  }
  return made;
}
