import { createHmac, timingSafeEqual } from 'node:crypto';

export type Rendition = 'original' | 'thumb';

/** Where a link stands and for whom: it opens nothing once the file is not there any more. Null: an upload of one's own. */
export interface LinkScope {
  conversationId: string | null;
  viewer: 'requester' | 'agent';
}
/** A private link to one rendition of one stored file. */
export type SignLink = (attachmentId: string, rendition: Rendition, scope: LinkScope) => string;

export interface FileLink {
  id: string;
  c?: string;
  v: LinkScope['viewer'];
  r: Rendition;
  e: number;
  s: string;
}

const WINDOW_MS = 30 * 60_000;

/** Links live 30 to 60 minutes; within one window they are equal, so a browser's cache can keep them. */
export function createLinkSigner(secret: string, now: () => number): SignLink {
  return (id, r, { conversationId, viewer: v }) => {
    const e = (Math.floor(now() / WINDOW_MS) + 2) * WINDOW_MS;
    const c = conversationId === null ? {} : { c: conversationId };
    const s = signatureOf(secret, { id, ...c, v, r, e });
    return `/api/v1/files/${id}?${new URLSearchParams({ ...c, v, r, e: String(e), s }).toString()}`;
  };
}

export function isLinkValid(secret: string, now: number, link: FileLink): boolean {
  if (link.e <= now) return false;
  const expected = Buffer.from(signatureOf(secret, link));
  const given = Buffer.from(link.s);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function signatureOf(secret: string, { id, c = '', v, r, e }: Omit<FileLink, 's'>): string {
  return createHmac('sha256', secret).update(`${id}\n${c}\n${v}\n${r}\n${e}`).digest('base64url');
}
