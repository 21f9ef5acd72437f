import { LIMITS } from '@beseda/shared/domain/limits';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { mergeTickets } from '../tickets/merge-tickets';
import { splitTicket } from '../tickets/split-ticket';
import { unmergeTicket } from '../tickets/unmerge-ticket';
import { unsplitTicket } from '../tickets/unsplit-ticket';

const TicketNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const ByNumber = Type.Object({ number: TicketNumber });
const SplitBody = Type.Object(
  {
    seq: TicketNumber,
    subject: Type.Optional(Type.String({ maxLength: LIMITS.subjectLength })),
  },
  { additionalProperties: false },
);
const MergeBody = Type.Object({ into: TicketNumber }, { additionalProperties: false });
const config = { access: 'agent', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

/** One topic, one ticket: what was written elsewhere gets its own, what was asked twice becomes one. */
export function topicRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['tickets'];
  typed.post(
    '/api/v1/tickets/:number/split',
    { schema: { tags, params: ByNumber, body: SplitBody }, config },
    async (request) =>
      splitTicket(contextFor(services, requireAgent(request)), { ...request.params, ...request.body }),
  );
  typed.delete(
    '/api/v1/tickets/:number/split',
    { schema: { tags, params: ByNumber }, config },
    async (request) => unsplitTicket(contextFor(services, requireAgent(request)), request.params.number),
  );
  typed.put(
    '/api/v1/tickets/:number/merge',
    { schema: { tags, params: ByNumber, body: MergeBody }, config },
    async (request) =>
      mergeTickets(contextFor(services, requireAgent(request)), { ...request.params, ...request.body }),
  );
  typed.delete(
    '/api/v1/tickets/:number/merge',
    { schema: { tags, params: ByNumber }, config },
    async (request) => unmergeTicket(contextFor(services, requireAgent(request)), request.params.number),
  );
}
