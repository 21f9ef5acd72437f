import { DRAWN_TYPES, PLAYED_TYPES } from '@beseda/shared/domain/article-file-types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadableFile } from '../files/read-file';
import { readRange } from '../files/read-range';

/** What a browser may draw or play by itself; everything else is saved. */
const SHOWN = new Set([...DRAWN_TYPES, ...PLAYED_TYPES]);

/** The type is ours, never sniffed; nothing in the file may run, load or frame, wherever it is opened. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ReadableFile,
  caching: string,
): Promise<FastifyReply> {
  void reply.headers({
    etag: file.etag,
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  void reply.headers({
    'content-type': file.type,
    'content-disposition': `${SHOWN.has(file.type) ? 'inline' : 'attachment'}; ${nameParameters(file.name)}`,
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
