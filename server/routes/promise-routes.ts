import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { listAlerts } from '../alerts/list-alerts';
import { seeAlerts } from '../alerts/see-alerts';
import { explainClocks } from '../clocks/explain-clocks';
import { foreseePromise } from '../clocks/foresee-promise';
import { contextFor, type Services } from '../context/context';
import { requireActor, requireAgent, requireRequester } from '../http/authenticate';
import { judgeSolution } from '../tickets/judge-solution';

const TicketNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const ByNumber = Type.Object({ number: TicketNumber });
const SeenBody = Type.Object({ ticket: Type.Optional(TicketNumber) }, { additionalProperties: false });
const SolutionBody = Type.Object({ solved: Type.Boolean() }, { additionalProperties: false });
const writing = { rateLimit: { max: 60, timeWindow: '1 minute' } };

/** When answers are promised, and how that was reckoned. */
export function promiseRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['tickets'];
  typed.get('/api/v1/promise', { schema: { tags }, config: { access: 'requester' } }, async (request) => ({
    promise: await foreseePromise(contextFor(services, requireRequester(request))),
  }));
  typed.get(
    '/api/v1/tickets/:number/clocks',
    { schema: { tags, params: ByNumber }, config: { access: 'actor' } },
    async (request) => explainClocks(contextFor(services, requireActor(request)), request.params.number),
  );
  typed.put(
    '/api/v1/tickets/:number/solution',
    { schema: { tags, params: ByNumber, body: SolutionBody }, config: { access: 'requester', ...writing } },
    async (request) =>
      judgeSolution(contextFor(services, requireRequester(request)), { ...request.params, ...request.body }),
  );
}

/** What an agent is told of deadlines. */
export function alertRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['desk'];
  typed.get('/api/v1/desk/alerts', { schema: { tags }, config: { access: 'agent' } }, async (request) =>
    listAlerts(contextFor(services, requireAgent(request))),
  );
  typed.post(
    '/api/v1/desk/alerts/seen',
    { schema: { tags, body: SeenBody }, config: { access: 'agent' } },
    async (request, reply) => {
      await seeAlerts(contextFor(services, requireAgent(request)), request.body.ticket);
      return reply.status(204).send();
    },
  );
}
