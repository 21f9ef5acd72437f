import { LIMITS } from '@beseda/shared/domain/limits';
import { RATING_SCORES } from '@beseda/shared/domain/words';
import { RATING_GROUPS } from '@beseda/shared/protocol/ratings';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent, requireRequester } from '../http/authenticate';
import { countRatings } from '../ratings/count-ratings';
import { listRatings } from '../ratings/list-ratings';
import { rateTicket } from '../tickets/rate-ticket';
import { PageQuery } from './page-query';

const ByNumber = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const RatingBody = Type.Object(
  {
    score: Type.Union([Type.Enum([...RATING_SCORES]), Type.Null()]),
    comment: Type.Optional(Type.String({ maxLength: LIMITS.ratingLength })),
  },
  { additionalProperties: false },
);

const RatingQuery = Type.Object({ ...PageQuery, score: Type.Optional(Type.Enum([...RATING_SCORES])) });
const ReportQuery = Type.Object({
  from: Type.Optional(Type.String({ maxLength: 10 })),
  to: Type.Optional(Type.String({ maxLength: 10 })),
  by: Type.Enum([...RATING_GROUPS], { default: 'agent' }),
});

/** How requesters were helped: said by them, read by agents, counted for admins. */
export function ratingRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/api/v1/ratings',
    { schema: { tags: ['ratings'], querystring: RatingQuery }, config: { access: 'agent' } },
    async (request) => listRatings(contextFor(services, requireAgent(request)), request.query),
  );
  typed.get(
    '/api/v1/ratings/report',
    { schema: { tags: ['ratings'], querystring: ReportQuery }, config: { access: 'admin' } },
    async (request) => countRatings(contextFor(services, requireAgent(request)), request.query),
  );
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
