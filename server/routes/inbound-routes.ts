import { MAIL_STATES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { listInbound } from '../inbound/list-inbound';
import { readRaw } from '../inbound/read-raw';
import { readInbound, retryInbound } from '../inbound/retry-inbound';
import { ById, SearchQuery, strictObject } from './admin-shapes';

const ListQuery = Type.Object({
  ...SearchQuery,
  messageId: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
  state: Type.Optional(Type.Enum([...MAIL_STATES])),
});
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

/** No body says the same as an empty one. */
async function withoutBody(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}
