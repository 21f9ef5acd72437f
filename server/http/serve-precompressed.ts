import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** A built file in the best encoding that the browser takes. */
export interface BuiltFile {
  bytes: Buffer;
  type: string;
  encoding: string | null;
}

/** Reads below `folder` only; null for what is not there. The build wrote `.br` and `.gz` beside each file. */
export async function readBuiltFile(
  folder: string,
  path: string,
  acceptEncoding: string | undefined,
): Promise<BuiltFile | null> {
  const file = normalize(join(folder, path));
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(normalize(folder) + sep)) return null;
  for (const [encoding, ending] of ENCODINGS) {
    if (!acceptEncoding?.includes(encoding)) continue;
    const bytes = await readFile(file + ending).catch(() => null);
    if (bytes) return { bytes, type, encoding };
  }
  const bytes = await readFile(file).catch(() => null);
  return bytes && { bytes, type, encoding: null };
}

/** Sends a built file; `immutable` for names that carry a hash, else with an ETag to ask again by. */
export function sendBuiltFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: BuiltFile,
  caching: 'immutable' | 'revalidate',
): FastifyReply {
  void reply.header('vary', 'Accept-Encoding').type(file.type);
  if (file.encoding) void reply.header('content-encoding', file.encoding);
  if (caching === 'immutable')
    return reply.header('cache-control', 'public, max-age=31536000, immutable').send(file.bytes);
  const tag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`;
  void reply.header('cache-control', 'no-cache').header('etag', tag);
  return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(file.bytes);
}
