import { createHmac, timingSafeEqual } from 'node:crypto';

export type Rendition = 'original' | 'thumb';
/** A private link to one rendition of one stored file. */
export type SignLink = (attachmentId: string, rendition: Rendition) => string;

const WINDOW_MS = 30 * 60_000;

/** Links live 30 to 60 minutes; within one window they are equal, so a browser's cache can keep them. */
export function createLinkSigner(secret: string, now: () => number): SignLink {
  return (attachmentId, rendition) => {
    const expires = (Math.floor(now() / WINDOW_MS) + 2) * WINDOW_MS;
    const signature = signatureOf(secret, attachmentId, rendition, expires);
    return `/api/v1/files/${attachmentId}?r=${rendition}&e=${expires}&s=${signature}`;
  };
}

export function isLinkValid(
  secret: string,
  now: number,
  link: { id: string; r: Rendition; e: number; s: string },
): boolean {
  if (link.e <= now) return false;
  const expected = Buffer.from(signatureOf(secret, link.id, link.r, link.e));
  const given = Buffer.from(link.s);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function signatureOf(secret: string, id: string, rendition: Rendition, expires: number): string {
  return createHmac('sha256', secret).update(`${id}\n${rendition}\n${expires}`).digest('base64url');
}
