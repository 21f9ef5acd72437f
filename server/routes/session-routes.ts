import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AppDirectory } from '../apps/find-app';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { allowCrossOrigin } from '../http/allow-cross-origin';
import { requireRequester } from '../http/authenticate';
import { readTextAsJson } from '../http/read-text-as-json';
import { endSession } from '../sessions/end-session';
import { openSession } from '../sessions/open-session';
import { strictObject } from './admin-shapes';

const SessionBody = strictObject({
  app: Type.String({ minLength: 1, maxLength: 100 }),
  token: Type.String({ maxLength: 8_000 }),
});

/** `POST /api/v1/session {app, token}` and its end. */
export function sessionRoutes(app: FastifyInstance, services: Services, directory: AppDirectory): void {
  readTextAsJson(app);
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const limit = { rateLimit: { max: 60, timeWindow: '1 minute' } };
  typed.post(
    '/api/v1/session',
    { schema: { tags: ['session'], body: SessionBody }, config: { access: 'public', ...limit } },
    async (request, reply) => {
      const record = await directory.byKey(request.body.app);
      if (!record) throw new Refusal('unknown_app', 'There is no app with this key.', { field: 'app' });
      allowCrossOrigin(request, reply, record, directory.refused);
      const created = await openSession(services, record, request.body.token, {
        origin: request.headers.origin,
      });
      return reply.status(201).header('cache-control', 'no-store').send(created);
    },
  );
  typed.delete(
    '/api/v1/session',
    { schema: { tags: ['session'] }, config: { access: 'requester' } },
    async (request, reply) => {
      await endSession(services, requireRequester(request).sessionId);
      return reply.status(204).send();
    },
  );
}
