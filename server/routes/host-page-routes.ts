import type { FastifyInstance } from 'fastify';
import { listHostPages } from '../apps/list-host-pages';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';

/** Where agents choose the pages that articles belong to. */
export function hostPageRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/api/v1/kb/host-pages',
    { schema: { tags: ['knowledge'] }, config: { access: 'agent' } },
    async (request) => listHostPages(contextFor(services, requireAgent(request))),
  );
}
