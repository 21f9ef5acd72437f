import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { listConversations } from '../conversations/list-conversations';
import { requireRequester } from '../http/authenticate';
import { PageQuery } from './page-query';

/** The requester's own list. */
export function conversationRoutes(app: FastifyInstance, services: Services): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/conversations',
    {
      schema: { tags: ['conversations'], querystring: Type.Object(PageQuery) },
      config: { access: 'requester' },
    },
    async (request) => listConversations(contextFor(services, requireRequester(request)), request.query),
  );
}
