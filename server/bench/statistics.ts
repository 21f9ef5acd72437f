/** The value below which the given part of the numbers lies (nearest rank); NaN of none. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** Milliseconds. */
export interface Latency {
  p50: number;
  p95: number;
  p99: number;
}

export function latencyOf(durations: readonly number[]): Latency {
  return {
    p50: percentile(durations, 0.5),
    p95: percentile(durations, 0.95),
    p99: percentile(durations, 0.99),
  };
}

/** How many of something were done in a second, and how long each took in milliseconds. */
export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
}

function rateOf(durations: readonly number[], seconds: number): Rate {
  return {
    perSecond: durations.length / seconds,
    p50: percentile(durations, 0.5),
    p99: percentile(durations, 0.99),
  };
}

/** Does the work again and again in `concurrency` loops; what ends within `seconds` after a warm-up counts. */
export async function measureRate(
  concurrency: number,
  seconds: number,
  work: (loop: number) => Promise<unknown>,
): Promise<Rate> {
  const durations: number[] = [];
  const from = performance.now() + 1_000;
  const until = from + seconds * 1_000;
  const loop = async (index: number) => {
    for (let begun = performance.now(); begun < until; begun = performance.now()) {
      await work(index);
      const ended = performance.now();
      if (begun >= from && ended < until) durations.push(ended - begun);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, index) => loop(index)));
  return rateOf(durations, seconds);
}

/** The one in the middle by rate. */
export function medianOf(rates: readonly Rate[]): Rate {
  const sorted = rates.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? rateOf([], 1);
}
