import { LIMITS } from '@beseda/shared/domain/limits';
import type { UploadedFile } from '@beseda/shared/protocol/http';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Context, contextFor, type Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { readFileLimits } from '../files/file-rules';
import { listLinks } from '../files/list-links';
import { type ReadableFile, readFile } from '../files/read-file';
import { readRange } from '../files/read-range';
import { uploadFile } from '../files/upload-file';
import { requireActor } from '../http/authenticate';
import { drain, isCutOff } from '../http/drain';

const Uuid = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
const UploadQuery = Type.Object({ clientId: Uuid });
const LinkQuery = Type.Object({
  c: Type.Optional(Uuid),
  v: Type.Enum(['requester', 'agent']),
  r: Type.Enum(['original', 'thumb']),
  e: Type.Integer({ minimum: 0 }),
  s: Type.String({ maxLength: 100 }),
});
/** What a browser may draw by itself; everything else is saved. */
const DRAWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const MOST_DRAINED = 200 * 2 ** 20;
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
      const file = await receiveUpload(ctx, request, request.query.clientId.toLowerCase());
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
      return sendFile(request, reply, file);
    },
  );
}

/** The first file of the form is the one; fields before or behind it are of no interest. */
async function receiveUpload(ctx: Context, request: FastifyRequest, clientId: string): Promise<UploadedFile> {
  let uploaded: UploadedFile | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      uploaded = await uploadFile(ctx, { clientId, name: part.filename ?? '', source: part.file });
    }
  } catch (error) {
    drain(request.raw, MOST_DRAINED);
    throw isUnreadableForm(error)
      ? new Refusal('invalid_input', 'The form cannot be read.', { field: 'file' })
      : error;
  }
  if (uploaded) return uploaded;
  throw new Refusal('invalid_input', 'The form has no file.', { field: 'file' });
}

/** The parser's own failures carry no status: a form without boundary, or one that was cut off on its way. */
function isUnreadableForm(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Refusal) return false;
  return (
    isCutOff(error) ||
    /^(Multipart: |Unexpected end of (multipart data|form)|Part terminated|Malformed)/.test(error.message)
  );
}

/** The type is ours, never sniffed; nothing in the file may run, load or frame, wherever it is opened. */
async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ReadableFile,
): Promise<FastifyReply> {
  void reply.headers({
    etag: file.etag,
    'cache-control': `private, max-age=${LINK_SECONDS}, immutable`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  void reply.headers({
    'content-type': file.type,
    'content-disposition': `${DRAWN.has(file.type) ? 'inline' : 'attachment'}; ${nameParameters(file.name)}`,
  });
  const range = readRange(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    return reply.status(416).header('content-range', `bytes */${file.size}`).send();
  }
  if (range === null) return reply.header('content-length', file.size).send(await file.read());
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
    .header('content-length', range.end - range.start + 1)
    .send(await file.read(range));
}

/** RFC 6266: a plain name for old readers, the real one beside it. */
function nameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
