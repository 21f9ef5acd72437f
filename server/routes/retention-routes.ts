import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { previewRetention, showRetention } from '../retention/show-retention';

const Query = Type.Object({ key: Type.String({ maxLength: 100 }), days: Type.Integer() });

/** How long things are kept, for admins. Each rule is a setting of the same name. */
export function retentionRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['settings'];
  const config = { access: 'admin' } as const;
  typed.get('/api/v1/retention', { schema: { tags }, config }, async (request) =>
    showRetention(contextFor(services, requireAgent(request))),
  );
  typed.get('/api/v1/retention/preview', { schema: { tags, querystring: Query }, config }, async (request) =>
    previewRetention(contextFor(services, requireAgent(request)), request.query),
  );
}
