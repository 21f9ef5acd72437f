import { randomUUID } from 'node:crypto';
import { DEFAULT_ACCENT } from '@beseda/shared/domain/app-theme';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { PageData } from '@beseda/shared/domain/page-data';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { ERROR_STATUS, type ErrorCode } from '@beseda/shared/protocol/errors';
import type { RenderBundle } from '@beseda/shared/protocol/render';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { AppDirectory } from '../apps/find-app';
import { voteArticle } from '../articles/vote-article';
import { type Services } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { localeOf, preferLocale } from './prefer-locale';
import { ratePageRoutes } from './rate-page-routes';
import { requestsPageRoutes } from './requests-page-routes';
import { createPageSender, type Show } from './send-page';

const VISITOR_COOKIE = 'beseda_visitor';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

const SEARCH_LIMIT = 20;
/** Pages of articles show what is for everybody: whose requests a visitor reads is known to «Мои обращения» alone. */
const ANYBODY = null;

const Place = Type.Object({ locale: Type.String(), id: Type.String() });
const Home = Type.Object({ locale: Type.String() });
const YesNo = Type.Enum(['yes', 'no']);
const options = {
  schema: { hide: true },
  config: { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } },
} as const;
const voting = { ...options.config, rateLimit: { max: 30, timeWindow: '1 minute' } } as const;

/** The support centre under `/help`: the knowledge base as pages that need no scripts. */
export async function helpRoutes(
  app: FastifyInstance,
  services: Services,
  { directory, renderPage }: Pick<RenderBundle, 'renderPage'> & { directory: AppDirectory },
): Promise<void> {
  const send = createPageSender(renderPage, services.environment.publicUrl);
  const show: Show = async (request, reply, { locale, path, alternates = {}, data }) => {
    const name = await services.settings.get('vendor.name');
    const canonical = services.environment.publicUrl + path;
    const frame = { locale, name, accent: DEFAULT_ACCENT, alternates, canonical, widgetApp: null };
    return send(request, reply, { frame, data, status: statusOf(data) });
  };
  app.addHook('onRequest', async (request, reply) => {
    const [path = '', query] = request.url.split('?');
    const bare = path.replace(/\/+$/, '');
    if (bare === path) return undefined;
    return redirect(reply, 301, query === undefined ? bare : `${bare}?${query}`);
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  showMissing(app, services, show);
  contentsRoutes(app, services, show);
  articlePageRoutes(app, services, show);
  ratePageRoutes(app, services, show);
  requestsPageRoutes(app, services, { directory, show });
}

function statusOf(data: PageData): number {
  if (data.page === 'missing' || (data.page === 'rate' && data.state === 'gone')) return 404;
  if (data.page !== 'requests') return 200;
  const invalid = data.view.is === 'sign-in' && data.view.invalid;
  const code = data.refused?.code ?? (invalid ? 'invalid_input' : null);
  return code ? ERROR_STATUS[code as ErrorCode] : 200;
}

/** What is not there is told by a page that offers the search and the table of contents. */
function showMissing(app: FastifyInstance, services: Services, show: Show): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
    const given = /^\/help\/([^/?]+)/.exec(request.url)?.[1];
    const locale = LOCALES.find((one) => one === given) ?? preferLocale(request.headers['accept-language']);
    const sections = services.articles.tree(ANYBODY, locale);
    return show(request, reply, { locale, path: `/help/${locale}`, data: { page: 'missing', sections } });
  });
  app.get('/help/*', options, async () => {
    throw notFound();
  });
}

function contentsRoutes(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const shelf = services.articles;
  app.get('/help', options, async (request, reply) => {
    void reply.header('vary', 'Accept-Language');
    return redirect(reply, 302, `/help/${preferLocale(request.headers['accept-language'])}`);
  });

  typed.get('/help/:locale', { ...options, schema: { hide: true, params: Home } }, async (request, reply) => {
    const locale = localeOf(request.params.locale);
    const alternates = Object.fromEntries(LOCALES.map((one) => [one, `/help/${one}`]));
    const data = { page: 'home', sections: shelf.tree(ANYBODY, locale) } as const;
    return show(request, reply, { locale, path: `/help/${locale}`, alternates, data });
  });

  typed.get(
    '/help/:locale/section/:id',
    { ...options, schema: { hide: true, params: Place } },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const number = Number(/^\d{1,9}(?=-|$)/.exec(request.params.id)?.[0]);
      const alternates = Object.fromEntries(
        LOCALES.flatMap((one) => {
          const section = shelf.tree(ANYBODY, one).find((each) => each.number === number);
          return section ? [[one, section.url]] : [];
        }),
      );
      const sections = shelf.tree(ANYBODY, locale);
      const section = sections.find((one) => one.number === number);
      if (!section) return toOtherLocale(reply, alternates);
      if (!isAt(request, section.url)) return redirect(reply, 301, section.url);
      const data = { page: 'section', section, sections } as const;
      return show(request, reply, { locale, path: section.url, alternates, data });
    },
  );

  const querystring = Type.Object({ q: Type.String({ default: '' }) });
  typed.get(
    '/help/:locale/search',
    { ...options, schema: { hide: true, params: Home, querystring } },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const query = request.query.q.trim().slice(0, LIMITS.queryLength);
      const search = `?q=${encodeURIComponent(query)}`;
      const alternates = Object.fromEntries(LOCALES.map((one) => [one, `/help/${one}/search${search}`]));
      const hits = shelf.search(ANYBODY, { q: query, locale, limit: SEARCH_LIMIT });
      return show(request, reply, {
        locale,
        path: `/help/${locale}/search${search}`,
        alternates,
        data: { page: 'search', query, hits },
      });
    },
  );
}

function articlePageRoutes(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const shelf = services.articles;
  const querystring = Type.Object({ voted: Type.Optional(YesNo) });
  typed.get(
    '/help/:locale/article/:id',
    { ...options, schema: { hide: true, params: Place, querystring } },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const found = shelf.find(ANYBODY, request.params.id.replace(/^(\d+)-.*$/s, '$1'), locale);
      if (!found) throw notFound();
      const { article, section, html, url } = found;
      if (article.locale !== locale) return redirect(reply, 302, url);
      if (!isAt(request, url)) return redirect(reply, 301, url);
      const { number, title, author, posted, updated, visibility } = article;
      return show(request, reply, {
        locale,
        path: url,
        alternates: found.alternates,
        data: {
          page: 'article',
          article: { number, title, html, author, posted, updated, visibility, section, url },
          sections: shelf.tree(ANYBODY, locale),
          voted: request.query.voted ?? null,
        },
      });
    },
  );

  typed.post(
    '/help/:locale/article/:id/vote',
    {
      schema: { hide: true, params: Place, body: Type.Object({ helpful: YesNo }) },
      config: voting,
      bodyLimit: 4_096,
    },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const found = shelf.find(ANYBODY, request.params.id, locale);
      if (!found) throw notFound();
      const helpful = request.body.helpful === 'yes';
      const visitor = visitorOf(request, reply, services.environment.publicUrl);
      await voteArticle(services, ANYBODY, { number: found.article.number, locale, helpful, visitor });
      return redirect(reply, 303, `${found.url}?voted=${request.body.helpful}#vote`);
    },
  );
}

/** Kept for a year, so that voting again changes the vote instead of adding one. */
function visitorOf(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string {
  const known = request.cookies[VISITOR_COOKIE];
  const visitor = known && UUID.test(known) ? known : randomUUID();
  void reply.setCookie(VISITOR_COOKIE, visitor, {
    path: '/help',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: YEAR_SECONDS,
  });
  return visitor;
}

/** Addresses change with titles: no browser may remember where one led. */
function redirect(reply: FastifyReply, status: 301 | 302 | 303, url: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').redirect(url, status);
}

function toOtherLocale(reply: FastifyReply, alternates: Partial<Record<Locale, string>>): FastifyReply {
  const [url] = Object.values(alternates);
  if (url === undefined) throw notFound();
  return redirect(reply, 302, url);
}

function isAt(request: FastifyRequest, url: string): boolean {
  const [path = ''] = request.url.split('?');
  return path === url || decodeURI(path) === decodeURI(url);
}
