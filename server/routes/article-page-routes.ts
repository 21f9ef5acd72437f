import { randomUUID } from 'node:crypto';
import { COMMENT_LENGTH } from '@beseda/shared/domain/limits';
import type { ArticleComments, ArticleLink, PageData, ShownArticle } from '@beseda/shared/domain/page-data';
import { COMMENT_STATES, LOCALES, type Locale, VOTE_REASONS } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ArticleShelf, FoundArticle } from '../articles/article-shelf';
import { articleUrl } from '../articles/article-url';
import { createRelatedFinder, type RelatedFinder } from '../articles/find-related';
import { fitNavigation, neighboursOf } from '../articles/fit-contents';
import type { Viewer } from '../articles/may-read';
import { voteArticle } from '../articles/vote-article';
import { listComments } from '../comments/list-comments';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import { readerOf } from '../searches/reader';
import { commentPageRoutes } from './comment-page-routes';
import { findSection } from './contents-page-routes';
import { findReader } from './find-reader';
import { localeOf } from './prefer-locale';
import { isAt, redirectPage } from './redirect-page';
import type { Show } from './send-page';

type ArticleData = Extract<PageData, { page: 'article' }>;

const VISITOR_COOKIE = 'beseda_visitor';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Who reads on nobody's behalf is not counted. */
const ROBOT = /bot|crawl|spider|slurp|preview|monitor|curl|wget/i;

const RELATED = 4;

const Place = Type.Object({ locale: Type.String(), id: Type.String() });
const YesNo = Type.Enum(['yes', 'no']);
const Said = Type.Object({
  voted: Type.Optional(YesNo),
  told: Type.Optional(Type.Literal('1')),
  comment: Type.Optional(Type.Enum([...COMMENT_STATES])),
});
const VoteForm = Type.Object({
  helpful: YesNo,
  reason: Type.Optional(Type.Enum([...VOTE_REASONS])),
  comment: Type.Optional(Type.String({ maxLength: COMMENT_LENGTH })),
});
const config = { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;
const voting = { ...config, rateLimit: { max: 30, timeWindow: '1 minute' } } as const;

/** The page of an article, the vote on it and the comments under it. */
export function articlePageRoutes(app: FastifyInstance, services: Services, show: Show): void {
  const showArticle = createArticleShower(services, show);
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/help/:locale/article/:id',
    { schema: { hide: true, params: Place, querystring: Said }, config },
    async (request, reply) => {
      const { voted = null, told, comment = null } = request.query;
      const { id, locale } = request.params;
      const said = { voted, told: told === '1', sent: comment, refused: null };
      return showArticle(request, reply, { id, locale: localeOf(locale), said });
    },
  );
  takeVotes(app, services);
  void app.register(async (scope) =>
    commentPageRoutes(scope, services, (request, reply, { article, locale, ...refused }) => {
      const said = { voted: null, told: false, sent: null, refused };
      return showArticle(request, reply, { id: article, locale, said });
    }),
  );
}

interface Shown {
  id: string;
  locale: Locale;
  said: Pick<ArticleData, 'voted' | 'told'> & Pick<ArticleComments, 'sent' | 'refused'>;
}

function createArticleShower(services: Services, show: Show) {
  const related = createRelatedFinder(services.articles);
  return async (request: FastifyRequest, reply: FastifyReply, { id, locale, said }: Shown) => {
    const viewer = await findReader(services, request);
    const found = services.articles.find(viewer, id.replace(/^(\d+)-.*$/s, '$1'), locale);
    if (!found) throw notFound();
    const { article, alternates } = found;
    const path = articleUrl({ ...article, locale });
    if (request.method !== 'POST' && !isAt(request, path)) return redirectPage(reply, 301, path);
    if (isReading(request)) services.articleViews.count(article.number, article.locale);
    const { voted, told, sent, refused } = said;
    const comments = { ...(await describeComments(services, viewer, article.number)), sent, refused };
    return show(request, reply, {
      locale,
      path,
      alternates,
      switches: { ...inEveryLocale(article), ...alternates },
      canonical: found.url,
      open: services.articles.find(null, String(article.number), locale)?.article.number === article.number,
      data: { ...describeArticle(services, viewer, { found, locale, related }), voted, told, comments },
    });
  };
}

async function describeComments(
  services: Services,
  viewer: Viewer,
  article: number,
): Promise<Pick<ArticleComments, 'may' | 'list'>> {
  if ((await services.settings.get('kb.comments')) === 'off') return { may: 'off', list: [] };
  const may = viewer && isRequester(viewer) ? 'write' : 'sign-in';
  return { may, list: await listComments(services, viewer, article) };
}

function describeArticle(
  { articles: shelf }: Services,
  viewer: Viewer,
  { found, locale, related }: { found: FoundArticle; locale: Locale; related: RelatedFinder },
): Omit<ArticleData, 'voted' | 'told' | 'comments'> {
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
      schema: { hide: true, params: Place, body: VoteForm },
      config: voting,
      bodyLimit: 64 * 1024,
    },
    async (request, reply) => {
      const locale = localeOf(request.params.locale);
      const reader = await findReader(services, request);
      const viewer = reader?.kind === 'agent' ? null : reader;
      const found = services.articles.find(viewer, request.params.id, locale);
      if (!found) throw notFound();
      const { article } = found;
      const { helpful: choice, ...why } = request.body;
      const helpful = choice === 'yes';
      const visitor = visitorOf(request, reply, services.environment.publicUrl);
      await voteArticle(services, viewer, { number: article.number, locale, helpful, visitor, ...why });
      services.searches.voted(readerOf(request, 'page', viewer), { number: article.number, helpful });
      const told = !helpful && (why.reason || why.comment?.trim()) ? '&told=1' : '';
      return redirectPage(reply, 303, `${articleUrl({ ...article, locale })}?voted=${choice}${told}#vote`);
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
