import { LIMITS } from '@beseda/shared/domain/limits';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { readFileLimits } from '../files/file-rules';
import { listLinks } from '../files/list-links';
import { readFile } from '../files/read-file';
import { uploadFile } from '../files/upload-file';
import { requireActor } from '../http/authenticate';
import { readFormFile } from '../http/read-form-file';
import { sendFile } from '../http/send-file';

const Uuid = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
const UploadQuery = Type.Object({ clientId: Uuid });
const LinkQuery = Type.Object({
  c: Type.Optional(Uuid),
  v: Type.Enum(['requester', 'agent']),
  r: Type.Enum(['original', 'thumb']),
  e: Type.Integer({ minimum: 0 }),
  s: Type.String({ maxLength: 100 }),
});
const MOST_LINKS = 100;
const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IdsQuery = Type.Object({ ids: Type.String({ pattern: `^${ID}(,${ID}){0,${MOST_LINKS - 1}}$` }) });
const LINK_SECONDS = 30 * 60;

/** Uploading, and the private links that messages carry. */
export async function fileRoutes(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: LIMITS.fileSize + 1, files: 1, fields: 10, fieldSize: 1_024, parts: 11 },
  });
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(
    '/api/v1/files',
    {
      schema: { tags: ['files'], querystring: UploadQuery, consumes: ['multipart/form-data'] },
      config: { access: 'actor', rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const ctx = contextFor(services, requireActor(request));
      const clientId = request.query.clientId.toLowerCase();
      const file = await readFormFile(request, (name, source) => uploadFile(ctx, { clientId, name, source }));
      return reply.status(201).send(file);
    },
  );
  typed.get(
    '/api/v1/files/limits',
    { schema: { tags: ['files'] }, config: { access: 'actor' } },
    async (request) => readFileLimits(contextFor(services, requireActor(request))),
  );
  typed.get(
    '/api/v1/files/links',
    { schema: { tags: ['files'], querystring: IdsQuery }, config: { access: 'actor' } },
    async (request) => {
      const ctx = contextFor(services, requireActor(request));
      return { results: await listLinks(ctx, request.query.ids.split(',')), next: null };
    },
  );
  typed.get(
    '/api/v1/files/:id',
    {
      schema: { tags: ['files'], params: Type.Object({ id: Uuid }), querystring: LinkQuery },
      config: { access: 'public', rateLimit: { max: 1_200, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const file = await readFile(services, { id: request.params.id.toLowerCase(), ...request.query });
      return sendFile(request, reply, file, `private, max-age=${LINK_SECONDS}, immutable`);
    },
  );
}
