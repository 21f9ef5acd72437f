import type { IncomingMessage } from 'node:http';
import { RateLimiter } from '../context/rate-limiter';

/** Failed proofs of who one is, and new sockets, that one address may make per minute; an office shares an address. */
const FAILURES_PER_MINUTE = 300;
const HANDSHAKES_PER_MINUTE = 600;

/** What nobody is known for yet is counted by address, before it costs a look into the database. */
export class StrangerLimits {
  readonly #failures = new RateLimiter();
  readonly #handshakes = new RateLimiter();
  readonly #isOn: boolean;

  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  mayProve(address: string, now: number): boolean {
    return !this.#isOn || !this.#failures.isSpent(address, FAILURES_PER_MINUTE, now);
  }

  failed(address: string, now: number): void {
    this.#failures.take(address, FAILURES_PER_MINUTE, now);
  }

  mayConnect(address: string, now: number): boolean {
    return !this.#isOn || this.#handshakes.take(address, HANDSHAKES_PER_MINUTE, now);
  }
}

/** As Fastify's `trustProxy: 'loopback'` finds it: only a proxy on this machine is believed. */
export function addressOf(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? '';
  if (!isLoopback(peer)) return peer;
  const told = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return told.map((one) => one.trim()).findLast((one) => one !== '' && !isLoopback(one)) ?? peer;
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
