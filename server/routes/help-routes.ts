import { DEFAULT_ACCENT } from '@beseda/shared/domain/app-theme';
import { LIMITS } from '@beseda/shared/domain/limits';
import type { PageData } from '@beseda/shared/domain/page-data';
import { LOCALES } from '@beseda/shared/domain/words';
import { ERROR_STATUS, type ErrorCode } from '@beseda/shared/protocol/errors';
import type { RenderBundle } from '@beseda/shared/protocol/render';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AppDirectory } from '../apps/find-app';
import { findClosest } from '../articles/find-related';
import { fitNavigation } from '../articles/fit-contents';
import type { Services } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { readerOf } from '../searches/reader';
import { articlePageRoutes } from './article-page-routes';
import { contentsPageRoutes } from './contents-page-routes';
import { discoveryRoutes } from './discovery-routes';
import { findMoved } from './find-moved';
import { findReader } from './find-reader';
import { mailChoicePageRoutes } from './mail-choice-routes';
import { localeOf, preferLocale } from './prefer-locale';
import { ratePageRoutes } from './rate-page-routes';
import { redirectPage } from './redirect-page';
import { requestsPageRoutes } from './requests-page-routes';
import { createPageSender, type Show } from './send-page';

const SHOWN = 10;
const MOST_SHOWN = 90;
/** Says that the page was asked for while somebody types. */
const TYPING = 'x-beseda-typing';
const Home = Type.Object({ locale: Type.String() });
const options = {
  schema: { hide: true },
  config: { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } },
} as const;

/** The support centre under `/help`: the knowledge base as pages that need no scripts. */
export async function helpRoutes(
  app: FastifyInstance,
  services: Services,
  { directory, renderPage }: Pick<RenderBundle, 'renderPage'> & { directory: AppDirectory },
): Promise<void> {
  const send = createPageSender(renderPage, services.environment.publicUrl);
  const show: Show = async (request, reply, { locale, path, canonical = path, open = true, ...shown }) => {
    const { alternates = {}, switches, data } = shown;
    const frame = {
      locale,
      name: await services.settings.get('vendor.name'),
      accent: DEFAULT_ACCENT,
      alternates,
      ...(switches && { switches }),
      canonical: services.environment.publicUrl + canonical,
      open,
      widgetApp: null,
    };
    return send(request, reply, { frame, data, status: statusOf(data) });
  };
  app.addHook('onRequest', async (request, reply) => {
    const [path = '', query] = request.url.split('?');
    const bare = path.replace(/\/+$/, '');
    if (bare === path) return undefined;
    return redirectPage(reply, 301, query === undefined ? bare : `${bare}?${query}`);
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  showMissing(app, services, show);
  chooseLanguage(app);
  discoveryRoutes(app, services);
  contentsPageRoutes(app, services, show);
  searchPageRoute(app, services, show);
  articlePageRoutes(app, services, show);
  ratePageRoutes(app, services, show);
  mailChoicePageRoutes(app, services, show);
  requestsPageRoutes(app, services, { directory, show });
}

function statusOf(data: PageData): number {
  if (data.page === 'missing' || (data.page === 'rate' && data.state === 'gone')) return 404;
  if (data.page === 'article' && data.comments.refused)
    return ERROR_STATUS[data.comments.refused.code as ErrorCode];
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
    const moved = request.method === 'POST' ? null : await findMoved(services, request);
    if (moved !== null) return redirectPage(reply, 301, moved);
    const viewer = await findReader(services, request);
    const [path = ''] = request.url.split('?');
    const closest = findClosest(services.articles, viewer, { path, locale });
    const navigation = fitNavigation(services.articles.contents(viewer, locale), {});
    return show(request, reply, {
      locale,
      path: `/help/${locale}`,
      data: { page: 'missing', closest, navigation },
    });
  });
  app.get('/help/*', options, async () => {
    throw notFound();
  });
}

function chooseLanguage(app: FastifyInstance): void {
  app.get('/help', options, async (request, reply) => {
    void reply.header('vary', 'Accept-Language');
    return redirectPage(reply, 302, `/help/${preferLocale(request.headers['accept-language'])}`);
  });
}

function searchPageRoute(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const shelf = services.articles;
  const querystring = Type.Object({
    q: Type.String({ default: '' }),
    section: Type.Optional(Type.String()),
    show: Type.Optional(Type.String()),
  });
  typed.get(
    '/help/:locale/search',
    { ...options, schema: { hide: true, params: Home, querystring } },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const query = request.query.q.trim().slice(0, LIMITS.queryLength);
      const { section, show: asked } = request.query;
      const search = `?q=${encodeURIComponent(query)}`;
      const alternates = Object.fromEntries(LOCALES.map((one) => [one, `/help/${one}/search${search}`]));
      const reader = await findReader(services, request);
      const found = shelf.lookUp(reader, {
        q: query,
        locale,
        section: /^\d{1,9}$/.test(section ?? '') ? Number(section) : null,
        limit: clampShown(Number(asked)),
      });
      const shown = found.hits.map(({ number }) => number);
      const kind = request.headers[TYPING] === undefined ? 'search' : 'draft';
      services.searches.looked(readerOf(request, 'page', reader), { kind, locale, query, shown });
      return show(request, reply, {
        locale,
        path: `/help/${locale}/search${search}`,
        alternates,
        data: { page: 'search', query, found },
      });
    },
  );
}

/** In whole pages of the list. */
function clampShown(asked: number): number {
  return Math.min(MOST_SHOWN, Math.max(1, Math.ceil((asked || 0) / SHOWN)) * SHOWN);
}
