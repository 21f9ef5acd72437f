import { COMMENT_LENGTH, LIMITS } from '@beseda/shared/domain/limits';
import { LOCALES, type Locale, VOTE_REASONS } from '@beseda/shared/domain/words';
import type { ArticleHit } from '@beseda/shared/protocol/http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Viewer } from '../articles/may-read';
import { offerArticles } from '../articles/offer-articles';
import { recordDeflection } from '../articles/record-deflection';
import { viewArticle } from '../articles/view-article';
import { voteArticle } from '../articles/vote-article';
import { contextFor, type Services } from '../context/context';
import { isRequester } from '../db/actor';
import { requireAgent, requireRequester } from '../http/authenticate';
import { findNeeds } from '../needs/find-needs';
import { noteNeed } from '../needs/note-need';
import { listTicketSearches } from '../searches/list-ticket-searches';
import { readerOf } from '../searches/reader';
import { strictObject } from './admin-shapes';
import { lookUpRoutes } from './look-up-routes';

const Uuid = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
const LocaleWord = Type.Enum([...LOCALES]);
const ArticleNumber = Type.Integer({ minimum: 1, maximum: 999_999_999 });
const Numbers = Type.Array(ArticleNumber, { maxItems: 100 });
/** Of a page of the host application. */
const Route = Type.String({ maxLength: 1_000 });
const Marks = Type.Array(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 2 }));

const SearchQuery = Type.Object({
  q: Type.String({ default: '' }),
  locale: Type.Enum([...LOCALES], { default: 'ru' }),
  limit: Type.Integer({ minimum: 1, maximum: 20, default: 10 }),
});
const SuggestQuery = Type.Object({
  ...SearchQuery.properties,
  limit: Type.Integer({ minimum: 1, maximum: 20, default: 5 }),
  route: Type.Optional(Route),
});
const Hits = Type.Object({
  results: Type.Array(
    Type.Object({
      number: ArticleNumber,
      slug: Type.String(),
      title: Type.String(),
      snippet: Type.String(),
      url: Type.String(),
      section: Type.String(),
      marks: Marks,
      titleMarks: Marks,
    }),
  ),
});
const VoteBody = strictObject({
  locale: LocaleWord,
  helpful: Type.Boolean(),
  reason: Type.Optional(Type.Enum([...VOTE_REASONS])),
  comment: Type.Optional(Type.String({ maxLength: COMMENT_LENGTH })),
  visitor: Type.Optional(Uuid),
});
const DeflectionBody = strictObject({
  clientId: Uuid,
  article: ArticleNumber,
  locale: LocaleWord,
  evidence: strictObject({ shown: Numbers, opened: Numbers, refused: Numbers }),
  query: Type.Optional(Type.String({ maxLength: LIMITS.textLength })),
  route: Type.Optional(Route),
});

const tags = ['articles'];
/** Asked for key by key, so many per minute are ordinary. */
const typing = { max: 600, timeWindow: '1 minute' };
const reading = { max: 300, timeWindow: '1 minute' };
const writing = { max: 60, timeWindow: '1 minute' };

/** Reading the knowledge base and saying whether it helped. */
export async function articleRoutes(app: FastifyInstance, services: Services): Promise<void> {
  searchRoutes(app, services);
  lookUpRoutes(app, services);
  readerRoutes(app, services);
  offerRoute(app, services);
}

function searchRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/api/v1/articles/suggest',
    {
      schema: { tags, querystring: SuggestQuery, response: { 200: Hits } },
      config: { access: 'public', rateLimit: typing },
    },
    async (request) => {
      const input = { ...request.query, q: request.query.q.slice(0, LIMITS.queryLength) };
      const needed = await needsOf(services, request.actor, input);
      const results = services.articles.suggest(request.actor, { ...input, needed });
      noteLook(services, request, 'draft', input, results);
      return { results };
    },
  );
  typed.get(
    '/api/v1/articles/search',
    {
      schema: { tags, querystring: SearchQuery, response: { 200: Hits } },
      config: { access: 'public', rateLimit: reading },
    },
    async (request) => {
      const input = { ...request.query, q: request.query.q.slice(0, LIMITS.queryLength) };
      const results = services.articles.search(request.actor, input);
      noteLook(services, request, 'search', input, results);
      return { results };
    },
  );
}

/** Asked for only where the page's own articles are: nothing is typed yet. */
function needsOf(
  services: Services,
  viewer: Viewer,
  { q, route }: { q: string; route?: string },
): Promise<number[]> | number[] {
  if (route === undefined || q.trim() !== '' || viewer === null || !isRequester(viewer)) return [];
  return findNeeds(services, viewer, route);
}

function noteLook(
  { searches }: Services,
  request: FastifyRequest,
  kind: 'draft' | 'search',
  { q, locale }: { q: string; locale: Locale },
  results: readonly ArticleHit[],
): void {
  const shown = results.map(({ number }) => number);
  searches.looked(readerOf(request, 'panel'), { kind, locale, query: q, shown });
}

function readerRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ numberOrSlug: Type.String({ minLength: 1, maxLength: 300 }) });
  const querystring = Type.Object({
    locale: Type.Enum([...LOCALES], { default: 'ru' }),
    route: Type.Optional(Route),
  });
  typed.get(
    '/api/v1/articles/:numberOrSlug',
    { schema: { tags, params, querystring }, config: { access: 'public', rateLimit: reading } },
    async (request) => {
      const article = await viewArticle(services, request.actor, { ...request.params, ...request.query });
      const reader = readerOf(request, 'panel');
      services.searches.opened(reader, article);
      const { route } = request.query;
      if (route !== undefined && reader?.person)
        await noteNeed(services, reader.person, { route, article: article.number });
      return article;
    },
  );
  typed.put(
    '/api/v1/articles/:number/vote',
    {
      schema: { tags, params: Type.Object({ number: ArticleNumber }), body: VoteBody },
      config: { access: 'public', rateLimit: writing },
    },
    async (request, reply) => {
      await voteArticle(services, request.actor, { ...request.params, ...request.body });
      services.searches.voted(readerOf(request, 'panel'), { ...request.params, ...request.body });
      return reply.status(204).send();
    },
  );
  typed.post(
    '/api/v1/deflections',
    { schema: { tags, body: DeflectionBody }, config: { access: 'requester', rateLimit: writing } },
    async (request, reply) => {
      await recordDeflection(contextFor(services, requireRequester(request)), request.body);
      return reply.status(204).send();
    },
  );
}

/** For the answer to a ticket: what may be sent, and what was looked for before. */
function offerRoute(app: FastifyInstance, services: Services): void {
  const params = Type.Object({ number: ArticleNumber });
  const querystring = Type.Object({ q: Type.String({ default: '' }) });
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/v1/tickets/:number/articles',
      { schema: { tags: ['tickets'], params, querystring }, config: { access: 'agent', rateLimit: typing } },
      async (request) => {
        const q = request.query.q.slice(0, LIMITS.queryLength);
        const ctx = contextFor(services, requireAgent(request));
        return offerArticles(ctx, { ...request.params, q });
      },
    )
    .get(
      '/api/v1/tickets/:number/searches',
      { schema: { tags: ['tickets'], params }, config: { access: 'agent', rateLimit: reading } },
      async (request) =>
        listTicketSearches(contextFor(services, requireAgent(request)), request.params.number),
    );
}
