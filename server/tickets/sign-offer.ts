import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Services } from '../context/context';

/** Who was shown that this ticket is there, and may join it. */
export interface Offer {
  personId: string;
  number: number;
}

const OFFER_MS = 60 * 60_000;

/** Good for an hour. */
export function signOffer({ secrets, now }: Pick<Services, 'secrets' | 'now'>, offer: Offer): string {
  const until = now() + OFFER_MS;
  return `${until}.${signatureOf(secrets.fileLinks, offer, until)}`;
}

export function isOfferFor(
  { secrets, now }: Pick<Services, 'secrets' | 'now'>,
  given: string,
  offer: Offer,
): boolean {
  const [until = '', signature = ''] = given.split('.');
  if (!(Number(until) > now())) return false;
  const expected = Buffer.from(signatureOf(secrets.fileLinks, offer, Number(until)));
  const signed = Buffer.from(signature);
  return expected.length === signed.length && timingSafeEqual(expected, signed);
}

function signatureOf(secret: string, { personId, number }: Offer, until: number): string {
  return createHmac('sha256', secret).update(`offer\n${personId}\n${number}\n${until}`).digest('base64url');
}
