import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Services } from '../context/context';

const WINDOW_MS = 30 * 60_000;
const LINK = /((?:src|href)=")(\/help\/files\/([0-9a-f-]{36})\/[^"?#]*)"/g;

/** What a signed link to a file says beside its address. `e`: until when, in ms since the epoch. */
export interface ArticleFileLink {
  e: number;
  s: string;
}

type Needed = Pick<Services, 'secrets' | 'now'>;

/**
 * An article's HTML for where no cookie goes, as in the panel's frame: its files are let in by links that live 30 to 60
 * minutes. Within one window they are equal, so a browser's cache can keep them.
 */
export function signFileLinks(services: Needed, html: string): string {
  const e = (Math.floor(services.now() / WINDOW_MS) + 2) * WINDOW_MS;
  return html.replace(
    LINK,
    (_whole, before: string, url: string, id: string) =>
      `${before}${url}?e=${e}&amp;s=${signatureOf(services, id, e)}"`,
  );
}

export function isFileLinkValid(services: Needed, id: string, { e, s }: ArticleFileLink): boolean {
  if (e <= services.now()) return false;
  const expected = Buffer.from(signatureOf(services, id, e));
  const given = Buffer.from(s);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function signatureOf({ secrets }: Needed, id: string, e: number): string {
  return createHmac('sha256', secrets.fileLinks).update(`article\n${id}\n${e}`).digest('base64url');
}
