import { LOCALES } from '@beseda/shared/domain/words';
import type { FastifyRequest } from 'fastify';
import { findRedirect } from '../articles/find-redirect';
import type { Services } from '../context/context';
import { findReader } from './find-reader';
import { preferLocale } from './prefer-locale';

/** Where the knowledge base has what once stood at this address; null: nowhere that the reader may look. */
export async function findMoved(services: Services, request: FastifyRequest): Promise<string | null> {
  if (/^\/(?:api|socket\.io)\//.test(request.url)) return null;
  const given = /^\/help\/([^/?]+)/.exec(request.url)?.[1];
  const locale = LOCALES.find((one) => one === given) ?? preferLocale(request.headers['accept-language']);
  return findRedirect(services, await findReader(services, request), { url: request.url, locale });
}
