import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { listArticleFiles } from '../article-files/list-article-files';
import { readArticleFile } from '../article-files/read-article-file';
import { receiveArticleFile } from '../article-files/receive-article-file';
import { removeArticleFile } from '../article-files/remove-article-file';
import { takePictures } from '../article-files/take-pictures';
import type { Viewer } from '../articles/may-read';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { readFormFile } from '../http/read-form-file';
import { sendFile } from '../http/send-file';
import { findVisitor } from '../portal/find-visitor';
import { ById, SearchQuery, Uuid } from './admin-shapes';
import { PORTAL_COOKIE } from './portal-routes';

const Place = Type.Object({ id: Uuid, name: Type.String() });
const LinkQuery = Type.Object({
  e: Type.Optional(Type.Integer({ minimum: 0 })),
  s: Type.Optional(Type.String({ maxLength: 100 })),
  thumb: Type.Optional(Type.Literal('1')),
});
const ListQuery = Type.Object({ ...SearchQuery, unused: Type.Boolean({ default: false }) });
const Pictures = Type.Object(
  { addresses: Type.Array(Type.String({ maxLength: 2_000 }), { minItems: 1, maxItems: 30 }) },
  { additionalProperties: false },
);
const tags = ['knowledge'];
const DAY_SECONDS = 24 * 60 * 60;
const LINK_SECONDS = 30 * 60;

/** Files of articles: brought, listed and removed by agents, read by whoever may read an article that they stand in. */
export function articleFileRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const contextOf = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  typed.post(
    '/api/v1/kb/files',
    {
      schema: { tags, consumes: ['multipart/form-data'] },
      config: { access: 'agent', rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const ctx = contextOf(request);
      const file = await readFormFile(request, (name, source) => receiveArticleFile(ctx, { name, source }));
      return reply.status(201).send(file);
    },
  );
  typed.get(
    '/api/v1/kb/files',
    { schema: { tags, querystring: ListQuery }, config: { access: 'agent' } },
    async (request) => listArticleFiles(contextOf(request), request.query),
  );
  typed.delete(
    '/api/v1/kb/files/:id',
    { schema: { tags, params: ById }, config: { access: 'agent' } },
    async (request, reply) => {
      await removeArticleFile(contextOf(request), request.params.id);
      return reply.status(204).send();
    },
  );
  typed.post(
    '/api/v1/kb/pictures',
    {
      schema: { tags, body: Pictures },
      config: { access: 'agent', rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request) => {
      const results = await takePictures(contextOf(request), request.body.addresses);
      return { results, next: null };
    },
  );
  typed.get(
    '/help/files/:id/:name',
    {
      schema: { hide: true, params: Place, querystring: LinkQuery },
      config: { access: 'public', rateLimit: { max: 1_200, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { e, s, thumb } = request.query;
      const file = await readArticleFile(services, await viewerOf(services, request), {
        id: request.params.id,
        thumb: thumb === '1',
        link: e !== undefined && s !== undefined ? { e, s } : null,
      });
      const caching = file.isPublic
        ? `public, max-age=${DAY_SECONDS}`
        : `private, max-age=${LINK_SECONDS}, immutable`;
      return sendFile(request, reply, file, caching);
    },
  );
}

/** Who bears a session, the desk's cookie or the support centre's. */
async function viewerOf(services: Services, request: FastifyRequest): Promise<Viewer> {
  return request.actor ?? findVisitor(services, request.cookies[PORTAL_COOKIE]);
}
