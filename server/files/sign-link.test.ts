import { describe, expect, it } from 'vitest';
import { createLinkSigner, isLinkValid, type Rendition } from './sign-link';

const NOW = Date.parse('2026-11-23T09:10:00Z');
const MINUTE = 60_000;

function parse(link: string) {
  const url = new URL(link, 'http://x');
  return {
    id: url.pathname.split('/').at(-1) ?? '',
    r: url.searchParams.get('r') as Rendition,
    e: Number(url.searchParams.get('e')),
    s: url.searchParams.get('s') ?? '',
  };
}

describe('file links', () => {
  const link = parse(createLinkSigner('secret', () => NOW)('a-file', 'original'));

  it('live half an hour at least and an hour at most', () => {
    expect(isLinkValid('secret', NOW + 29 * MINUTE, link)).toBe(true);
    expect(isLinkValid('secret', NOW + 61 * MINUTE, link)).toBe(false);
  });

  it('are equal within a window, so that a browser keeps the picture', () => {
    expect(parse(createLinkSigner('secret', () => NOW + MINUTE)('a-file', 'original'))).toEqual(link);
  });

  it.each([
    ['another file', { id: 'b-file' }],
    ['another rendition', { r: 'thumb' as const }],
    ['a later end', { e: link.e + 1 }],
    ['a cut signature', { s: link.s.slice(1) }],
  ])('do not open %s', (_what, change) => {
    expect(isLinkValid('secret', NOW, { ...link, ...change })).toBe(false);
  });
});
