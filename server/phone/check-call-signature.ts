import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../context/refusal';

const SKEW_SECONDS = 300;

export interface SignedBody {
  /** Seconds since the epoch, as the header has it. */
  timestamp: string | undefined;
  signature: string | undefined;
  body: string;
}

/** Holds a telephone system's request to the HMAC of its time and body. Refuses with call_signature. */
export function checkCallSignature(secret: string, given: SignedBody, now: number): void {
  const { timestamp = '', signature = '', body } = given;
  const age = Math.abs(now / 1000 - Number(timestamp));
  const expected = signCall(secret, timestamp, body);
  const matches =
    signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  if (!/^\d{1,12}$/.test(timestamp) || age > SKEW_SECONDS || !matches) {
    throw new Refusal('call_signature', 'The signature or the time of this request is wrong.');
  }
}

/** The value of `X-Beseda-Signature`: hex of HMAC-SHA256 over `TIMESTAMP.BODY`. */
export function signCall(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}
