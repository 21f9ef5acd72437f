import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { findRoot } from '../config/find-root';

/** The icon that browsers ask for by themselves on pages that name none. */
export function iconRoutes(app: FastifyInstance): void {
  const icon = readFileSync(join(findRoot(), 'shared/ui/icon.svg'));
  app.get('/favicon.ico', { schema: { hide: true }, config: { access: 'public' } }, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  );
}
