import { LIMITS } from '@beseda/shared/domain/limits';
import { LOCALES, READER_ROLES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { explainSearch } from '../searches/explain-search';

const Explain = Type.Object({
  q: Type.String({ maxLength: LIMITS.queryLength }),
  locale: Type.Enum([...LOCALES]),
  route: Type.Optional(Type.String({ maxLength: 1_000 })),
  as: Type.Enum(['anybody', 'staff', 'inside'], { default: 'anybody' }),
  plan: Type.Optional(Type.String({ maxLength: 100 })),
  role: Type.Enum([...READER_ROLES], { default: 'staff' }),
});

/** Why a query finds what it finds, for agents. */
export function explainRoutes(app: FastifyInstance, services: Services): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/kb/explain',
    {
      schema: { tags: ['knowledge'], querystring: Explain },
      config: { access: 'agent', rateLimit: { max: 300, timeWindow: '1 minute' } },
    },
    async (request) => explainSearch(contextFor(services, requireAgent(request)), request.query),
  );
}
