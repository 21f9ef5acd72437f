import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../context/refusal';

/** Addresses change with titles: no browser may remember where one led. */
export function redirectPage(reply: FastifyReply, status: 301 | 302 | 303, url: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').redirect(url, status);
}

/** To the same page in a language that has it. Refuses with not_found. */
export function redirectToOther(
  reply: FastifyReply,
  alternates: Partial<Record<Locale, string>>,
): FastifyReply {
  const url = LOCALES.map((locale) => alternates[locale]).find((each) => each !== undefined);
  if (url === undefined) throw notFound();
  return redirectPage(reply, 302, url);
}

export function isAt(request: FastifyRequest, url: string): boolean {
  const [path = ''] = request.url.split('?');
  return path === url || decodeURI(path) === decodeURI(url);
}
