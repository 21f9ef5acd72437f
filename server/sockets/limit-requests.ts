/** A bucket per connection and kind of request: `perMinute` at once, filled again evenly. */
export class RequestLimiter {
  #buckets: Map<string, { left: number; at: number }> | undefined;

  take(kind: string, perMinute: number, now: number): boolean {
    this.#buckets ??= new Map();
    const bucket = this.#buckets.get(kind) ?? { left: perMinute, at: now };
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
    bucket.at = now;
    this.#buckets.set(kind, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }
}
