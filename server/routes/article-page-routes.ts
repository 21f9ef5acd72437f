import { randomUUID } from 'node:crypto';
import type { ArticleLink, PageData, ShownArticle } from '@beseda/shared/domain/page-data';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ArticleShelf, FoundArticle } from '../articles/article-shelf';
import { articleUrl } from '../articles/article-url';
import { createRelatedFinder, type RelatedFinder } from '../articles/find-related';
import { fitNavigation, neighboursOf } from '../articles/fit-contents';
import type { Viewer } from '../articles/may-read';
import { voteArticle } from '../articles/vote-article';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { readerOf } from '../searches/reader';
import { findSection } from './contents-page-routes';
import { findReader } from './find-reader';
import { localeOf } from './prefer-locale';
import { isAt, redirectPage } from './redirect-page';
import type { Show } from './send-page';

const VISITOR_COOKIE = 'beseda_visitor';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Who reads on nobody's behalf is not counted. */
const ROBOT = /bot|crawl|spider|slurp|preview|monitor|curl|wget/i;

const RELATED = 4;

const Place = Type.Object({ locale: Type.String(), id: Type.String() });
const YesNo = Type.Enum(['yes', 'no']);
const Voted = Type.Object({ voted: Type.Optional(YesNo) });
const config = { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;
const voting = { ...config, rateLimit: { max: 30, timeWindow: '1 minute' } } as const;

/** The page of an article, and the vote on it. */
export function articlePageRoutes(app: FastifyInstance, services: Services, show: Show): void {
  showArticles(app, services, show);
  takeVotes(app, services);
}

function showArticles(app: FastifyInstance, services: Services, show: Show): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const related = createRelatedFinder(services.articles);
  typed.get(
    '/help/:locale/article/:id',
    { schema: { hide: true, params: Place, querystring: Voted }, config },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const viewer = await findReader(services, request);
      const found = services.articles.find(viewer, request.params.id.replace(/^(\d+)-.*$/s, '$1'), locale);
      if (!found) throw notFound();
      const { article, alternates } = found;
      const path = articleUrl({ ...article, locale });
      if (!isAt(request, path)) return redirectPage(reply, 301, path);
      if (isReading(request)) services.articleViews.count(article.number, article.locale);
      services.searches.opened(readerOf(request, 'page', viewer), article);
      const voted = request.query.voted ?? null;
      return show(request, reply, {
        locale,
        path,
        alternates,
        switches: { ...inEveryLocale(article), ...alternates },
        canonical: found.url,
        open: services.articles.find(null, String(article.number), locale)?.article.number === article.number,
        data: { ...describeArticle(services, viewer, { found, locale, related }), voted },
      });
    },
  );
}

function describeArticle(
  { articles: shelf }: Services,
  viewer: Viewer,
  { found, locale, related }: { found: FoundArticle; locale: Locale; related: RelatedFinder },
): Omit<Extract<PageData, { page: 'article' }>, 'voted'> {
  const { article, section, html, url } = found;
  const { number, title, author, posted, updated } = article;
  const { visibility } = found.rule;
  const at = findSection(shelf.contents(viewer, article.locale), section.number);
  const shown = { number, title, locale: article.locale, html, author, posted, updated, visibility };
  const { previous, next } = at ? neighboursOf(at.section, number) : { previous: null, next: null };
  const beside = new Set([previous?.number, next?.number]);
  const toReader = (link: ArticleLink) => translateLink(shelf, viewer, link, locale);
  const contents = shelf.contents(viewer, locale);
  const here = findSection(contents, section.number) ?? at;
  return {
    page: 'article',
    article: { ...shown, ...placeOf(here, section), url },
    previous: previous && toReader(previous),
    next: next && toReader(next),
    related: related(viewer, article)
      .filter((link) => !beside.has(link.number))
      .slice(0, RELATED)
      .map(toReader),
    navigation: fitNavigation(contents, { section: section.number, article: number }),
  };
}

/** Section and category as the reader's language calls them, or else the article's. */
function placeOf(
  here: ReturnType<typeof findSection>,
  fallback: FoundArticle['section'],
): Pick<ShownArticle, 'section' | 'category'> {
  if (!here) return { section: fallback, category: null };
  return { section: here.section, category: here.category.number === null ? null : here.category };
}

/** To the same article in the reader's language, where it has that. */
function translateLink(shelf: ArticleShelf, viewer: Viewer, link: ArticleLink, locale: Locale): ArticleLink {
  const article = shelf.find(viewer, String(link.number), locale)?.article;
  if (!article) return link;
  const isForeign = article.locale !== locale;
  const { number, title } = article;
  return {
    number,
    title,
    url: articleUrl({ ...article, locale }),
    ...(isForeign && { lang: article.locale }),
  };
}

/** Where it stands that has no translation: shown in the language that it has. */
function inEveryLocale(article: FoundArticle['article']): Partial<Record<Locale, string>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, articleUrl({ ...article, locale })]));
}

function isReading({ method, headers }: FastifyRequest): boolean {
  const isPrefetch = /prefetch/.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? ''));
  return method === 'GET' && !isPrefetch && !ROBOT.test(headers['user-agent'] ?? '');
}

function takeVotes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(
    '/help/:locale/article/:id/vote',
    {
      schema: { hide: true, params: Place, body: Type.Object({ helpful: YesNo }) },
      config: voting,
      bodyLimit: 4_096,
    },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const reader = await findReader(services, request);
      const viewer = reader?.kind === 'agent' ? null : reader;
      const found = services.articles.find(viewer, request.params.id, locale);
      if (!found) throw notFound();
      const { article } = found;
      const helpful = request.body.helpful === 'yes';
      const visitor = visitorOf(request, reply, services.environment.publicUrl);
      await voteArticle(services, viewer, { number: article.number, locale, helpful, visitor });
      services.searches.voted(readerOf(request, 'page', viewer), { number: article.number, helpful });
      return redirectPage(
        reply,
        303,
        `${articleUrl({ ...article, locale })}?voted=${request.body.helpful}#vote`,
      );
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
