import type { FastifyInstance } from 'fastify';

/** The loader posts from the host's origin as plain text: for that a browser asks no leave first. */
export function readTextAsJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, parse);
}
