import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Services } from '../context/context';
import { countAppliedMigrations, countKnownMigrations } from '../db/migrate';

/** Liveness, readiness and figures, for operators' tools. No limits: a probe must not be refused. */
export function healthRoutes(
  app: FastifyInstance,
  services: Services,
  metrics: Registry,
  isClosing: () => boolean,
): void {
  const config = { access: 'public', rateLimit: false } as const;
  const schema = { hide: true };
  app.get('/healthz', { schema, config }, async () => ({ ok: true }));
  app.get('/readyz', { schema, config }, async (_request, reply) => {
    const reason = isClosing() ? 'closing' : await findObstacle(services);
    return reply.status(reason ? 503 : 200).send(reason ? { ok: false, reason } : { ok: true });
  });
  app.get('/metrics', { schema, config }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}

async function findObstacle({ database }: Services): Promise<string | null> {
  try {
    const applied = await countAppliedMigrations(database.client);
    return applied < countKnownMigrations() ? 'not migrated' : null;
  } catch {
    return 'database out of reach';
  }
}
