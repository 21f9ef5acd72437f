import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contextFor, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { requireAgent } from '../http/authenticate';
import { drain, isCutOff } from '../http/drain';
import { receiveMail } from '../inbound/webhook/receive-mail';
import { closeWebhook, makeWebhookSecret, showWebhook } from '../inbound/webhook/webhook-secret';
import { strictObject, writing } from './admin-shapes';

const tags = ['mail'];
const MOST_REFUSED_BYTES = 60 * 2 ** 20;

/** `POST /api/v1/inbound-mails/raw`: whatever receives mail elsewhere hands it over, signed; and where admins set that up. */
export function inboundWebhookRoutes(app: FastifyInstance, services: Services): void {
  app.register(async (scope) => rawRoute(scope, services));
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const contextOf = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  const path = '/api/v1/inbound-mail-webhook';
  typed.get(path, { schema: { tags }, config: { access: 'admin' } }, async (request) =>
    showWebhook(contextOf(request)),
  );
  typed.post(path, { schema: { tags, body: strictObject({}) }, config: writing }, async (request, reply) =>
    reply.status(201).send(await makeWebhookSecret(contextOf(request))),
  );
  typed.delete(path, { schema: { tags }, config: writing }, async (request, reply) => {
    await closeWebhook(contextOf(request));
    return reply.status(204).send();
  });
}

function rawRoute(app: FastifyInstance, services: Services): void {
  // Of whatever type: the bytes are read where they are stored, never held as a body.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.post(
    '/api/v1/inbound-mails/raw',
    {
      schema: { tags, consumes: ['message/rfc822'] },
      config: { access: 'public', rateLimit: { max: 1_200, timeWindow: '1 minute' } },
    },
    async ({ raw, headers }, reply) => {
      const one = (name: string) => {
        const value = headers[name];
        return typeof value === 'string' ? value : undefined;
      };
      try {
        const { id } = await receiveMail(services, {
          timestamp: one('x-beseda-timestamp'),
          signature: one('x-beseda-signature'),
          body: raw,
        });
        return await reply.status(202).send({ id });
      } catch (error) {
        drain(raw, MOST_REFUSED_BYTES);
        throw isCutOff(error) ? new Refusal('invalid_input', 'The mail did not arrive whole.') : error;
      }
    },
  );
}
