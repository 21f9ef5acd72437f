import { LIMITS } from '@beseda/shared/domain/limits';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { appendPart } from '../files/append-part';
import { PART_BYTES, startUpload } from '../files/start-upload';
import { requireActor } from '../http/authenticate';
import { drain, isCutOff } from '../http/drain';
import { strictObject } from './admin-shapes';

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const UploadBody = strictObject({
  clientId: Uuid,
  name: Type.String({ maxLength: 1_000 }),
  size: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
});
const PartQuery = Type.Object({ offset: Type.Integer({ minimum: 0, maximum: LIMITS.fileSize }) });
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } });

/** Uploading by parts: what a break leaves undone is gone on with. */
export async function uploadRoutes(app: FastifyInstance, services: Services): Promise<void> {
  // The bytes are read where they are stored, never held as a body.
  app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(
    '/api/v1/uploads',
    { schema: { tags: ['files'], body: UploadBody }, config: { access: 'actor', ...perMinute(240) } },
    async (request) => startUpload(contextFor(services, requireActor(request)), request.body),
  );
  typed.put(
    '/api/v1/uploads/:clientId',
    {
      schema: {
        tags: ['files'],
        params: Type.Object({ clientId: Uuid }),
        querystring: PartQuery,
        consumes: ['application/octet-stream'],
      },
      config: { access: 'actor', ...perMinute(600) },
    },
    async (request) => {
      const { raw, params, query } = request;
      try {
        return await appendPart(contextFor(services, requireActor(request)), {
          ...params,
          ...query,
          source: raw,
        });
      } catch (error) {
        drain(raw, 10 * PART_BYTES);
        throw isCutOff(error)
          ? new Refusal('invalid_input', 'The part did not arrive whole.', { field: 'body' })
          : error;
      }
    },
  );
}
