const MINUTE_MS = 60_000;

/**
 * Buckets by key: `perMinute` at once, filled again evenly. The key must be one that nobody can choose: an actor's id, an
 * address. A bucket that nobody used for a minute is full, and forgotten.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, { left: number; at: number }>();
  #prunedAt = 0;

  /** False: too many. `now` in milliseconds. */
  take(key: string, perMinute: number, now: number): boolean {
    const bucket = this.#fill(key, perMinute, now);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  /** Whether `take` would be refused. */
  isSpent(key: string, perMinute: number, now: number): boolean {
    return this.#buckets.has(key) && this.#fill(key, perMinute, now).left < 1;
  }

  #fill(key: string, perMinute: number, now: number): { left: number; at: number } {
    this.#prune(now);
    const bucket = this.#buckets.get(key) ?? { left: perMinute, at: now };
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) / MINUTE_MS) * perMinute);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #prune(now: number): void {
    if (now - this.#prunedAt < MINUTE_MS) return;
    this.#prunedAt = now;
    for (const [key, { at }] of this.#buckets) if (now - at >= MINUTE_MS) this.#buckets.delete(key);
  }
}
