import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { listOutgoing, OUTGOING_VIEWS } from '../mail/list-outgoing';
import { readPersonMail, unmarkPersonMail } from '../mail/person-mail';
import { cancelMail, resendMail } from '../mail/resend-mail';
import { ById, strictObject } from './admin-shapes';
import { PageQuery } from './page-query';

const Query = Type.Object({ ...PageQuery, state: Type.Optional(Type.Enum([...OUTGOING_VIEWS])) });
const tags = ['mail'];
const config = { access: 'agent' } as const;
const base = '/api/v1/outgoing-mails';

/** Mail that goes out, and the addresses that it does not reach. */
export function outgoingRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const byId = { tags, params: ById };
  const acting = { ...byId, body: strictObject({}) };
  typed.get(base, { schema: { tags, querystring: Query }, config }, async (request) =>
    listOutgoing(contextFor(services, requireAgent(request)), request.query),
  );
  typed.post(`${base}/:id/send-again`, { schema: acting, config }, async (request) =>
    resendMail(contextFor(services, requireAgent(request)), request.params.id),
  );
  typed.post(`${base}/:id/cancel`, { schema: acting, config }, async (request) =>
    cancelMail(contextFor(services, requireAgent(request)), request.params.id),
  );
  const person = '/api/v1/people/:id/mail';
  typed.get(person, { schema: byId, config }, async (request) =>
    readPersonMail(contextFor(services, requireAgent(request)), request.params.id),
  );
  typed.delete(`${person}/mark`, { schema: byId, config }, async (request) =>
    unmarkPersonMail(contextFor(services, requireAgent(request)), request.params.id),
  );
}
