import { LIMITS } from '@beseda/shared/domain/limits';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { addFollower, followConversation } from '../conversations/follow-conversation';
import { unfollowConversation } from '../conversations/unfollow-conversation';
import { requireActor, requireAgent, requireRequester } from '../http/authenticate';
import { listColleagues } from '../tickets/list-colleagues';
import { listSimilar } from '../tickets/list-similar';

const number = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const ByNumber = Type.Object({ number });
const person = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const ByPerson = Type.Object({ number, person });
const AddBody = Type.Object({ person }, { additionalProperties: false });
const JoinBody = Type.Object(
  { offer: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);
const SimilarQuery = Type.Object({
  q: Type.String({ default: '' }),
  route: Type.Optional(Type.String({ maxLength: 1_000 })),
});
const ColleagueQuery = Type.Object({ q: Type.String({ default: '', maxLength: 200 }) });
const rateLimit = { max: 60, timeWindow: '1 minute' };

/** Colleagues who get a ticket's answers too. */
export function followerRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['tickets'];
  const config = { access: 'actor', rateLimit } as const;
  typed.get(
    '/api/v1/tickets/similar',
    {
      schema: { tags, querystring: SimilarQuery },
      config: { access: 'requester', rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request) => {
      const { q, route } = request.query;
      const ctx = contextFor(services, requireRequester(request));
      return listSimilar(ctx, { q: q.slice(0, LIMITS.queryLength), route });
    },
  );
  typed.post(
    '/api/v1/tickets/:number/follow',
    { schema: { tags, params: ByNumber, body: JoinBody }, config: { access: 'requester', rateLimit } },
    async (request) =>
      followConversation(contextFor(services, requireRequester(request)), {
        ...request.params,
        ...request.body,
      }),
  );
  typed.get(
    '/api/v1/tickets/:number/colleagues',
    {
      schema: { tags, params: ByNumber, querystring: ColleagueQuery },
      config: { access: 'agent', rateLimit: { max: 300, timeWindow: '1 minute' } },
    },
    async (request) =>
      listColleagues(contextFor(services, requireAgent(request)), { ...request.params, ...request.query }),
  );
  typed.post(
    '/api/v1/tickets/:number/followers',
    { schema: { tags, params: ByNumber, body: AddBody }, config },
    async (request) => {
      const { number } = request.params;
      const { person: personId } = request.body;
      return addFollower(contextFor(services, requireActor(request)), { number, personId });
    },
  );
  typed.delete(
    '/api/v1/tickets/:number/followers/:person',
    { schema: { tags, params: ByPerson }, config },
    async (request, reply) => {
      const { number, person: personId } = request.params;
      await unfollowConversation(contextFor(services, requireActor(request)), { number, personId });
      return reply.status(204).send();
    },
  );
}
