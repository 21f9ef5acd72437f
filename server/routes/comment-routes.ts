import { COMMENT_LENGTH, LIMITS } from '@beseda/shared/domain/limits';
import { COMMENT_STATES, LOCALES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { addComment } from '../comments/add-comment';
import { answerComment } from '../comments/answer-comment';
import { decideComment } from '../comments/decide-comment';
import { listComments } from '../comments/list-comments';
import { listDeskComments } from '../comments/list-desk-comments';
import { listVoteNotes } from '../comments/list-vote-notes';
import { contextFor, type Services } from '../context/context';
import { notFound } from '../context/refusal';
import { requireAgent, requireRequester } from '../http/authenticate';
import { ById, strictObject, Uuid } from './admin-shapes';
import { PageQuery } from './page-query';

const Article = Type.Integer({ minimum: 1, maximum: 999_999_999 });
const LocaleWord = Type.Enum([...LOCALES]);
const Text = Type.String({ minLength: 1, maxLength: COMMENT_LENGTH });
const ByArticle = Type.Object({ number: Article });
const NewComment = strictObject({
  id: Uuid,
  locale: LocaleWord,
  text: Text,
  files: Type.Optional(Type.Array(Uuid, { maxItems: LIMITS.attachmentsPerMessage })),
});
const DeskQuery = Type.Object({
  ...PageQuery,
  state: Type.Enum([...COMMENT_STATES], { default: 'waiting' }),
});
const NotesQuery = Type.Object({ ...PageQuery, article: Type.Optional(Article) });

const tags = ['knowledge'];
const agents = { access: 'agent' } as const;
const reading = { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;
const writing = { access: 'requester', rateLimit: { max: 20, timeWindow: '1 minute' } } as const;

/** What readers say of articles: comments under them, and why they did not help. */
export function commentRoutes(app: FastifyInstance, services: Services): void {
  readerRoutes(app, services);
  deskRoutes(app, services);
}

function readerRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const querystring = Type.Object({ locale: Type.Enum([...LOCALES], { default: 'ru' }) });
  typed.get(
    '/api/v1/articles/:number/comments',
    { schema: { tags: ['articles'], params: ByArticle, querystring }, config: reading },
    async ({ actor, params: { number }, query }) => {
      const found = services.articles.find(actor, String(number), query.locale);
      if (found?.article.number !== number) throw notFound();
      return { results: await listComments(services, actor, number), next: null };
    },
  );
  typed.post(
    '/api/v1/articles/:number/comments',
    { schema: { tags: ['articles'], params: ByArticle, body: NewComment }, config: writing },
    async (request, reply) => {
      const { files = [], ...body } = request.body;
      const ctx = contextFor(services, requireRequester(request));
      const state = await addComment(ctx, { ...body, files, article: request.params.number });
      return reply.status(201).send({ state });
    },
  );
}

function deskRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const contextOf = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  typed.get(
    '/api/v1/kb/comments',
    { schema: { tags, querystring: DeskQuery }, config: agents },
    async (request) => listDeskComments(contextOf(request), request.query),
  );
  const body = strictObject({ state: Type.Enum(['shown', 'hidden']) });
  typed.patch(
    '/api/v1/kb/comments/:id',
    { schema: { tags, params: ById, body }, config: agents },
    async (request) => decideComment(contextOf(request), { ...request.params, ...request.body }),
  );
  typed.post(
    '/api/v1/kb/comments/:id/answers',
    { schema: { tags, params: ById, body: strictObject({ text: Text }) }, config: agents },
    async (request, reply) =>
      reply.status(201).send(await answerComment(contextOf(request), { ...request.params, ...request.body })),
  );
  typed.get(
    '/api/v1/kb/vote-notes',
    { schema: { tags, querystring: NotesQuery }, config: agents },
    async (request) => listVoteNotes(contextOf(request), request.query),
  );
}
