import { describe, expect, it } from 'vitest';
import { createLinkSigner, type FileLink, isLinkValid, type LinkScope } from './sign-link';

const NOW = Date.parse('2026-11-23T09:10:00Z');
const MINUTE = 60_000;

const SCOPE: LinkScope = { conversationId: 'a-talk', viewer: 'requester' };

function parse(link: string): FileLink {
  const url = new URL(link, 'http://x');
  const query = Object.fromEntries(url.searchParams) as unknown as Omit<FileLink, 'e'> & { e: string };
  return { ...query, id: url.pathname.split('/').at(-1) ?? '', e: Number(query.e) };
}

describe('file links', () => {
  const link = parse(createLinkSigner('secret', () => NOW)('a-file', 'original', SCOPE));

  it('live half an hour at least and an hour at most', () => {
    expect(isLinkValid('secret', NOW + 29 * MINUTE, link)).toBe(true);
    expect(isLinkValid('secret', NOW + 61 * MINUTE, link)).toBe(false);
  });

  it('are equal within a window, so that a browser keeps the picture', () => {
    expect(parse(createLinkSigner('secret', () => NOW + MINUTE)('a-file', 'original', SCOPE))).toEqual(link);
  });

  it.each([
    ['another file', { id: 'b-file' }],
    ['another conversation', { c: 'b-talk' }],
    ['what is for agents', { v: 'agent' as const }],
    ['another rendition', { r: 'thumb' as const }],
    ['a later end', { e: link.e + 1 }],
    ['a cut signature', { s: link.s.slice(1) }],
  ])('do not open %s', (_what, change) => {
    expect(isLinkValid('secret', NOW, { ...link, ...change })).toBe(false);
  });
});
