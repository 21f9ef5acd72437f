import { LIMITS } from '@beseda/shared/domain/limits';
import { RATING_SCORES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireRequester } from '../http/authenticate';
import { rateTicket } from '../tickets/rate-ticket';

const ByNumber = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const RatingBody = Type.Object(
  {
    score: Type.Union([Type.Enum([...RATING_SCORES]), Type.Null()]),
    comment: Type.Optional(Type.String({ maxLength: LIMITS.ratingLength })),
  },
  { additionalProperties: false },
);

/** How requesters were helped. */
export function ratingRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.put(
    '/api/v1/tickets/:number/rating',
    {
      schema: { tags: ['tickets'], params: ByNumber, body: RatingBody },
      config: { access: 'requester', rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request) =>
      rateTicket(contextFor(services, requireRequester(request)), { ...request.params, ...request.body }),
  );
}
