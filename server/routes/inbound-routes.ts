import { MAIL_STATES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { listInbound } from '../inbound/list-inbound';
import { readOriginal } from '../inbound/read-original';
import { readRaw } from '../inbound/read-raw';
import { refuseMail, releaseMail } from '../inbound/release-mail';
import { readInbound, retryInbound } from '../inbound/retry-inbound';
import { ById, SearchQuery, strictObject } from './admin-shapes';

const ListQuery = Type.Object({
  ...SearchQuery,
  messageId: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
  state: Type.Optional(Type.Enum([...MAIL_STATES])),
});
const ReleaseBody = strictObject({ ticket: Type.Optional(Type.Integer({ minimum: 1 })) });
/** `images=1`: those too that lie elsewhere. */
const OriginalQuery = strictObject({ images: Type.Optional(Type.Enum(['0', '1'])) });
const tags = ['mail'];
const agents = { access: 'agent' } as const;

/** `/api/v1/inbound-mails`: what came in by mail, and what became of it. */
export function inboundRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const contextOf = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  typed.get(
    '/api/v1/inbound-mails',
    { schema: { tags, querystring: ListQuery }, config: agents },
    async (request) => listInbound(contextOf(request), request.query),
  );
  typed.get(
    '/api/v1/inbound-mails/:id',
    { schema: { tags, params: ById }, config: agents },
    async (request) => readInbound(contextOf(request), request.params.id),
  );
  typed.post(
    '/api/v1/inbound-mails/:id/retry',
    { schema: { tags, params: ById, body: strictObject({}) }, config: agents, preValidation: withoutBody },
    async (request) => retryInbound(contextOf(request), request.params.id),
  );
  typed.get(
    '/api/v1/inbound-mails/:id/raw',
    { schema: { tags, params: ById }, config: agents },
    async (request, reply) => {
      const raw = await readRaw(contextOf(request), request.params.id);
      void reply.headers({
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${request.params.id}.eml"`,
        'content-length': raw.size,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      return reply.send(await raw.read());
    },
  );
}

/** What agents decide of a held mail, and how its sender laid it out. */
export function heldMailRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const contextOf = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  typed.post(
    '/api/v1/inbound-mails/:id/release',
    { schema: { tags, params: ById, body: ReleaseBody }, config: agents, preValidation: withoutBody },
    async (request) => releaseMail(contextOf(request), request.params.id, request.body),
  );
  typed.post(
    '/api/v1/inbound-mails/:id/refuse',
    { schema: { tags, params: ById, body: strictObject({}) }, config: agents, preValidation: withoutBody },
    async (request) => refuseMail(contextOf(request), request.params.id),
  );
  typed.get(
    '/api/v1/inbound-mails/:id/original',
    { schema: { tags, params: ById, querystring: OriginalQuery }, config: agents },
    async (request, reply) => {
      const remote = request.query.images === '1';
      const { html, policy } = await readOriginal(contextOf(request), request.params.id, { remote });
      void reply.headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      return reply.send(html);
    },
  );
}

/** No body says the same as an empty one. */
async function withoutBody(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}
