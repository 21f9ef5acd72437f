import { LIMITS } from '@beseda/shared/domain/limits';
import { PRIORITIES, TICKET_TYPES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent, requireRequester } from '../http/authenticate';
import { changeCallBack } from '../phone/change-call-back';
import { findCallers } from '../phone/find-callers';
import { issueCallCode } from '../phone/issue-call-code';
import { listCallBacks } from '../phone/list-call-backs';
import { recordCall } from '../phone/record-call';
import { showPhone } from '../phone/show-phone';
import { PageContextInput } from '../sockets/socket-requests';
import { strictObject } from './admin-shapes';

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const Instant = Type.String({ format: 'date-time' });
const Words = Type.String({ maxLength: LIMITS.textLength });
const Number = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

const CodeBody = strictObject({
  page: Type.Optional(PageContextInput),
  text: Type.Optional(Words),
  conversationId: Type.Optional(Uuid),
});
const RecordBody = strictObject({
  clientId: Uuid,
  personId: Uuid,
  number: Type.Optional(Number),
  text: Type.String({ minLength: 1, maxLength: LIMITS.textLength }),
  answer: Type.Optional(Words),
  note: Type.Optional(Words),
  subject: Type.Optional(Type.String({ maxLength: LIMITS.subjectLength })),
  type: Type.Optional(Type.Enum([...TICKET_TYPES])),
  priority: Type.Optional(Type.Enum([...PRIORITIES])),
  solved: Type.Optional(Type.Boolean()),
  codeId: Type.Optional(Uuid),
  callId: Type.Optional(Uuid),
  callBack: Type.Optional(
    strictObject({
      number: Type.String({ minLength: 6, maxLength: 40 }),
      dueAt: Instant,
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
  ),
});
const ChangeBody = Type.Object(
  { done: Type.Optional(Type.Boolean()), dueAt: Type.Optional(Instant) },
  { additionalProperties: false, minProperties: 1 },
);
const tags = ['phone'];
const base = '/api/v1/desk';

/** What requesters need to call. */
export function phoneRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/v1/phone', { schema: { tags }, config: { access: 'requester' } }, async (request) => ({
    results: await showPhone(contextFor(services, requireRequester(request))),
  }));
  typed.post(
    '/api/v1/call-codes',
    {
      schema: { tags, body: CodeBody },
      config: { access: 'requester', rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const issued = await issueCallCode(contextFor(services, requireRequester(request)), request.body);
      return reply.status(201).header('cache-control', 'no-store').send(issued);
    },
  );
}

/** What agents do while they talk on the telephone. */
export function deskPhoneRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const limit = { rateLimit: { max: 120, timeWindow: '1 minute' } };
  typed.post(
    `${base}/callers`,
    {
      schema: { tags, body: strictObject({ q: Type.String({ maxLength: 200 }) }) },
      config: { access: 'agent', ...limit },
    },
    async (request) => ({
      results: await findCallers(contextFor(services, requireAgent(request)), request.body.q),
    }),
  );
  typed.post(
    `${base}/calls`,
    { schema: { tags, body: RecordBody }, config: { access: 'agent', ...limit } },
    async (request, reply) => {
      const number = await recordCall(contextFor(services, requireAgent(request)), request.body);
      return reply.status(201).send({ number });
    },
  );
  typed.get(`${base}/call-backs`, { schema: { tags }, config: { access: 'agent' } }, async (request) => ({
    results: await listCallBacks(contextFor(services, requireAgent(request))),
  }));
  typed.patch(
    `${base}/call-backs/:id`,
    {
      schema: { tags, params: Type.Object({ id: Uuid }), body: ChangeBody },
      config: { access: 'agent', ...limit },
    },
    async (request, reply) => {
      await changeCallBack(contextFor(services, requireAgent(request)), request.params.id, request.body);
      return reply.status(204).send();
    },
  );
}
