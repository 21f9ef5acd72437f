import { RateLimiter } from '../../context/rate-limiter';

/** Of one remote address. A mail provider delivers everything from a few. */
const LIMITS = { connections: 20, connectionsPerMinute: 300, mailsPerMinute: 1_200, strangersPerMinute: 60 };

/** What one remote address may do; more is put off, which mail servers take as «later». */
export class ClientLimits {
  readonly #limiter = new RateLimiter();
  readonly #open = new Map<string, number>();

  readonly #on: boolean;
  readonly #now: () => number;

  constructor(on: boolean, now: () => number) {
    this.#on = on;
    this.#now = now;
  }

  /** False: too many at once, or too many lately. What was let in is told to `left` when it goes. */
  enter(address: string): boolean {
    const open = this.#open.get(address) ?? 0;
    if (this.#on && (open >= LIMITS.connections || !this.#take('in', address, LIMITS.connectionsPerMinute)))
      return false;
    this.#open.set(address, open + 1);
    return true;
  }

  left(address: string): void {
    const open = (this.#open.get(address) ?? 0) - 1;
    if (open > 0) this.#open.set(address, open);
    else this.#open.delete(address);
  }

  mayMail(address: string): boolean {
    return this.#take('mail', address, LIMITS.mailsPerMinute);
  }

  /** An address that is not ours was named: whoever tries many is held up. */
  mayGuess(address: string): boolean {
    return this.#take('stranger', address, LIMITS.strangersPerMinute);
  }

  #take(what: string, address: string, perMinute: number): boolean {
    return !this.#on || this.#limiter.take(`${what} ${address}`, perMinute, this.#now());
  }
}
