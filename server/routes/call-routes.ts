import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { checkCallSignature } from '../phone/check-call-signature';
import { hearCall } from '../phone/hear-call';
import { strictObject } from './admin-shapes';

const CallBody = strictObject({
  event: Type.Enum(['ringing', 'answered', 'ended']),
  call: Type.String({ minLength: 1, maxLength: 200 }),
  from: Type.String({ minLength: 1, maxLength: 40 }),
  extension: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  durationSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  recordingUrl: Type.Optional(Type.String({ maxLength: 2_000, pattern: '^https?://' })),
});

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came: what a signature is about. */
    rawBody?: string;
  }
}

/** `POST /api/v1/calls`: telephone systems tell of their calls, signed. */
export function callRoutes(app: FastifyInstance, services: Services): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    request.rawBody = body;
    void parse(request, body, done);
  });
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/api/v1/calls',
    {
      schema: { tags: ['phone'], body: CallBody },
      config: { access: 'public', rateLimit: { max: 600, timeWindow: '1 minute' } },
      preValidation: async ({ headers, rawBody }) => {
        const one = (name: string) => {
          const value = headers[name];
          return typeof value === 'string' ? value : undefined;
        };
        if (rawBody === undefined) throw new Refusal('invalid_input', 'Send JSON.');
        const signed = {
          timestamp: one('x-beseda-timestamp'),
          signature: one('x-beseda-signature'),
          body: rawBody,
        };
        checkCallSignature(services.secrets.calls, signed, services.now());
      },
    },
    async (request, reply) => {
      const { id, state } = await hearCall(services, request.body);
      return reply.status(202).send({ id, state });
    },
  );
}
