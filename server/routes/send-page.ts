import { randomBytes } from 'node:crypto';
import type { PageData, PageFrame } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import type { RenderBundle } from '@beseda/shared/protocol/render';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodeFor } from '../http/encode-for';
import { isKnownTag, tagText } from '../http/tag-text';
import { PORTAL_COOKIE } from './portal-routes';

export interface Page {
  frame: PageFrame;
  data: PageData;
  status: number;
}

/** What a page shows, where it stands, and the same page in other languages. */
interface Shown {
  locale: Locale;
  path: string;
  alternates?: Partial<Record<Locale, string>>;
  switches?: Partial<Record<Locale, string>>;
  /** Where it is at home, if not at `path`. */
  canonical?: string;
  /** False: not everybody reads it. */
  open?: boolean;
  data: PageData;
}

export type Show = (request: FastifyRequest, reply: FastifyReply, shown: Shown) => Promise<FastifyReply>;

export type PageSender = (request: FastifyRequest, reply: FastifyReply, page: Page) => Promise<FastifyReply>;

/**
 * Sends pages of the support centre under a strict CSP, compressed, and with an ETag that does not depend on the nonce.
 * A 304 carries no CSP: the browser keeps the one whose nonce stands in the page that it has.
 */
export function createPageSender(render: RenderBundle['renderPage'], publicUrl: string): PageSender {
  const placeholder = randomBytes(18).toString('hex');
  return async (request, reply, { frame, data, status }) => {
    const template = render(frame, data, { nonce: placeholder });
    const tag = tagText(template.replaceAll(placeholder, ''));
    void reply
      .status(status)
      .header('cache-control', cachingOf(data, request))
      .header('vary', 'Accept-Encoding, Cookie')
      .header('etag', tag);
    if (status === 200 && isKnownTag(request.headers['if-none-match'], tag)) return reply.status(304).send();

    const nonce = randomBytes(18).toString('base64url');
    const sent = await encodeFor(request, template.replaceAll(placeholder, nonce));
    if (sent.encoding) void reply.header('content-encoding', sent.encoding);
    return reply
      .header('content-security-policy', policyWith(nonce, publicUrl))
      .type('text/html; charset=utf-8')
      .send(sent.bytes);
  };
}

/** Kept by everybody and asked for each time; what somebody reads who has signed in, by their browser alone. */
function cachingOf({ page }: PageData, { cookies, actor }: FastifyRequest): string {
  if (page === 'requests' || page === 'rate' || page === 'mail') return 'no-store';
  const isOwn = actor !== null || cookies[PORTAL_COOKIE] !== undefined;
  return page === 'search' || isOwn ? 'private, no-cache' : 'public, no-cache';
}

function policyWith(nonce: string, publicUrl: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob: https:",
    "media-src 'self'",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
