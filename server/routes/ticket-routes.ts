import { LIMITS } from '@beseda/shared/domain/limits';
import { LOCALES, PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { presentForAgent, presentForRequester } from '../conversations/present-event';
import { ReportSchema } from '../conversations/report-schema';
import { sendMessage } from '../conversations/send-message';
import { createLinkSigner } from '../files/sign-link';
import { requireActor, requireAgent } from '../http/authenticate';
import { deleteTicket } from '../tickets/delete-ticket';
import { openTicket } from '../tickets/open-ticket';
import { listMessages, listTickets, readTicket } from '../tickets/read-tickets';
import { updateTicket } from '../tickets/update-ticket';
import { strictObject } from './admin-shapes';
import { PageQuery } from './page-query';

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const MessageBody = strictObject({
  clientId: Uuid,
  text: Type.String({ maxLength: LIMITS.textLength }),
  attachments: Type.Optional(Type.Array(Uuid, { maxItems: LIMITS.attachmentsPerMessage, uniqueItems: true })),
});
const TicketBody = strictObject({
  ...MessageBody.properties,
  subject: Type.Optional(Type.String({ maxLength: LIMITS.subjectLength })),
  type: Type.Optional(Type.Enum([...TICKET_TYPES])),
  report: Type.Optional(ReportSchema),
  locale: Type.Optional(Type.Enum([...LOCALES])),
  requester: Type.Optional(strictObject({ email: Type.String({ minLength: 3, maxLength: 320 }) })),
});
const PatchBody = Type.Object(
  {
    status: Type.Optional(Type.Enum([...TICKET_STATUSES])),
    type: Type.Optional(Type.Union([Type.Enum([...TICKET_TYPES]), Type.Null()])),
    priority: Type.Optional(Type.Enum([...PRIORITIES])),
    assignee: Type.Optional(Type.Union([Uuid, Type.Null()])),
  },
  { additionalProperties: false, minProperties: 1 },
);
const ByNumber = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const writing = { rateLimit: { max: 60, timeWindow: '1 minute' } };

/** Tickets and their messages, for requesters, managers and agents. */
export function ticketRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const base = '/api/v1/tickets';
  const tags = ['tickets'];
  typed.get(
    base,
    { schema: { tags, querystring: Type.Object(PageQuery) }, config: { access: 'actor' } },
    async (request) => listTickets(contextFor(services, requireActor(request)), request.query),
  );
  typed.post(
    base,
    { schema: { tags, body: TicketBody }, config: { access: 'actor', ...writing } },
    async (request, reply) => {
      const ctx = contextFor(services, requireActor(request));
      const id = await openTicket(ctx, request.body);
      return reply.status(201).send(await readTicket(ctx, { id }));
    },
  );
  typed.get(
    `${base}/:number`,
    { schema: { tags, params: ByNumber }, config: { access: 'actor' } },
    async (request) => readTicket(contextFor(services, requireActor(request)), request.params),
  );
  typed.patch(
    `${base}/:number`,
    { schema: { tags, params: ByNumber, body: PatchBody }, config: { access: 'agent', ...writing } },
    async (request) => {
      const ctx = contextFor(services, requireAgent(request));
      await updateTicket(ctx, request.params.number, request.body);
      return readTicket(ctx, request.params);
    },
  );
  typed.delete(
    `${base}/:number`,
    { schema: { tags, params: ByNumber }, config: { access: 'agent', ...writing } },
    async (request, reply) => {
      await deleteTicket(contextFor(services, requireAgent(request)), request.params.number);
      return reply.status(204).send();
    },
  );
}

/** The messages of a ticket. */
export function messageRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const url = '/api/v1/tickets/:number/messages';
  const tags = ['tickets'];
  typed.get(
    url,
    { schema: { tags, params: ByNumber, querystring: Type.Object(PageQuery) }, config: { access: 'actor' } },
    async (request) =>
      listMessages(contextFor(services, requireActor(request)), request.params, request.query),
  );
  typed.post(
    url,
    { schema: { tags, params: ByNumber, body: MessageBody }, config: { access: 'actor', ...writing } },
    async (request, reply) => {
      const ctx = contextFor(services, requireActor(request));
      const { conversationId } = await readTicket(ctx, request.params);
      const sent = await sendMessage(
        ctx,
        { ...request.body, conversationId },
        { kind: 'message', channel: 'portal' },
      );
      const present = ctx.actor.kind === 'agent' ? presentForAgent : presentForRequester;
      const event = present(sent.event, createLinkSigner(services.secrets.fileLinks, services.now));
      return reply.status(sent.repeated ? 200 : 201).send(event?.kind === 'message' ? event.message : null);
    },
  );
}
