import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { findRoot } from '../config/find-root';
import { Refusal } from '../context/refusal';
import { readBuiltFile, sendBuiltFile } from '../http/serve-precompressed';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The desk: one page for every address below `/desk`, and its hashed files. */
export function deskPageRoutes(app: FastifyInstance): void {
  const dist = join(findRoot(), 'desk/dist');
  const options = { schema: { hide: true }, config: { access: 'public' } } as const;

  app.get<{ Params: { '*': string } }>('/desk/assets/*', options, async (request, reply) => {
    const file = await readBuiltFile(
      join(dist, 'assets'),
      request.params['*'],
      request.headers['accept-encoding'],
    );
    if (!file) throw new Refusal('not_found', 'There is no such file.');
    return sendBuiltFile(request, reply, file, 'immutable');
  });

  for (const url of ['/desk', '/desk/*']) {
    app.get(url, options, async (request, reply) => {
      const page = await readBuiltFile(dist, 'index.html', request.headers['accept-encoding']);
      if (!page) throw new Refusal('not_found', 'The desk has not been built.');
      void reply.header('content-security-policy', POLICY).header('referrer-policy', 'no-referrer');
      return sendBuiltFile(request, reply, page, 'revalidate');
    });
  }
}
