import type { Locale } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { writeFeed } from '../articles/write-feed';
import { listPages, PAGES_PER_SITEMAP, writeSitemap, writeSitemapIndex } from '../articles/write-sitemap';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { encodeFor } from '../http/encode-for';
import { isKnownTag, tagText } from '../http/tag-text';
import { localeOf } from './prefer-locale';

const XML = 'application/xml; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';
const FEEDS: Readonly<Record<Locale, string>> = {
  ru: '{name}: новое в базе знаний',
  en: '{name}: new in the knowledge base',
};
/** What is no page for reading, or has no end. */
const UNWANTED = ['/api/', '/desk', '/help/*/requests', '/help/*/search', '/help/*/rate/'];

const Sheet = Type.Object({ sheet: Type.String({ pattern: '^[1-9]\\d{0,3}\\.xml$' }) });
const Place = Type.Object({ locale: Type.String() });
const schema = { hide: true };
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

/** How programs find their way: what they are to leave alone, all public pages, and what is new in them. */
export function discoveryRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const { publicUrl } = services.environment;
  const shelf = services.articles;
  app.get('/robots.txt', { schema, config }, async (request, reply) => {
    const lines = [
      'User-agent: *',
      ...UNWANTED.map((path) => `Disallow: ${path}`),
      `Sitemap: ${publicUrl}/sitemap.xml`,
    ];
    return sendText(request, reply, 'text/plain; charset=utf-8', `${lines.join('\n')}\n`);
  });
  app.get('/sitemap.xml', { schema, config }, async (request, reply) => {
    const pages = listPages(shelf);
    const isOne = pages.length <= PAGES_PER_SITEMAP;
    const text = isOne ? writeSitemap(pages, publicUrl, 1) : writeSitemapIndex(pages.length, publicUrl);
    return sendText(request, reply, XML, text ?? '');
  });
  typed.get('/sitemaps/:sheet', { schema: { ...schema, params: Sheet }, config }, async (request, reply) => {
    const text = writeSitemap(listPages(shelf), publicUrl, Number.parseInt(request.params.sheet, 10));
    if (text === null) throw notFound();
    return sendText(request, reply, XML, text);
  });
  typed.get(
    '/help/:locale/feed.atom',
    { schema: { ...schema, params: Place }, config },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const name = await services.settings.get('vendor.name');
      const title = FEEDS[locale].replace('{name}', () => name);
      return sendText(request, reply, ATOM, writeFeed(shelf, { locale, publicUrl, title }));
    },
  );
}

/** Kept by everybody, and asked for each time: what was published a moment ago is in it. */
async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
): Promise<FastifyReply> {
  const tag = tagText(text);
  void reply.headers({ 'cache-control': 'public, no-cache', vary: 'Accept-Encoding', etag: tag });
  if (isKnownTag(request.headers['if-none-match'], tag)) return reply.status(304).send();
  const sent = await encodeFor(request, text);
  if (sent.encoding) void reply.header('content-encoding', sent.encoding);
  return reply.type(type).send(sent.bytes);
}
