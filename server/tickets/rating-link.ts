import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RatingScore } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';

/** Milliseconds after the mail was written. */
const LIFE_MS = 30 * 86_400_000;
const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,15})\.([\w-]{43})$/;

/** What a link in a mail says: it opens the one page where this conversation is rated, and nothing else. */
export function signRatingToken(secret: string, conversationId: string, writtenAt: string): string {
  const until = String(Date.parse(writtenAt) + LIFE_MS);
  return `${conversationId}.${until}.${signatureOf(secret, conversationId, until)}`;
}

/** The conversation that a token lets rate; null: forged, or too old. */
export function readRatingToken(secret: string, now: number, token: string): string | null {
  const [, id = '', until = '', signature = ''] = TOKEN.exec(token) ?? [];
  const expected = Buffer.from(signatureOf(secret, id, until));
  const given = Buffer.from(signature);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs && Number(until) > now ? id : null;
}

export function ratingUrl(
  { environment, secrets }: Services,
  mail: { locale: string; conversationId: string; writtenAt: string },
  score: RatingScore,
): string {
  const token = signRatingToken(secrets.ratingLinks, mail.conversationId, mail.writtenAt);
  return `${environment.publicUrl}/help/${mail.locale}/rate/${token}?score=${score}`;
}

function signatureOf(secret: string, id: string, until: string): string {
  return createHmac('sha256', secret).update(`${id}\n${until}`).digest('base64url');
}
