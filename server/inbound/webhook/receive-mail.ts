import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import type { Services } from '../../context/context';
import { Refusal } from '../../context/refusal';
import { storeInbound } from '../store-inbound';
import { findWebhookSecret } from './webhook-secret';

const SKEW_SECONDS = 300;

export interface SignedMail {
  /** Seconds since the epoch, as the header has it. */
  timestamp: string | undefined;
  signature: string | undefined;
  body: Readable;
}

/**
 * Takes a mail handed over by HTTP, as it came over the wire, signed with its time. The same one again is the same.
 * Refuses with `mail_signature`, `body_too_large`; then nothing of it is left.
 */
export async function receiveMail(services: Services, given: SignedMail): Promise<{ id: string }> {
  const { timestamp = '', signature = '', body } = given;
  const secret = await findWebhookSecret(services);
  const age = Math.abs(services.now() / 1000 - Number(timestamp));
  const isCurrent = /^\d{1,12}$/.test(timestamp) && age <= SKEW_SECONDS;
  if (secret === null || !isCurrent || !/^[0-9a-f]{64}$/.test(signature)) throw wrongSignature();
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`);
  const raw = body.pipe(passTo(hmac));
  body.once('error', (error) => raw.destroy(error));
  return storeInbound(services, {
    raw,
    way: 'webhook',
    envelope: { from: null, to: [] },
    once: true,
    check: () => {
      if (!timingSafeEqual(hmac.digest(), Buffer.from(signature, 'hex'))) throw wrongSignature();
    },
  });
}

function passTo(hmac: Hmac): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hmac.update(chunk);
      done(null, chunk);
    },
  });
}

function wrongSignature(): Refusal {
  return new Refusal('mail_signature', 'The signature or the time of this mail is wrong.');
}
