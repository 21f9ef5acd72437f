import type { FastifyInstance } from 'fastify';

/** For scopes of plugins whose routes know nothing of access: everything in this scope is public. */
export function grantPublic(scope: FastifyInstance): void {
  scope.addHook('onRoute', (route) => {
    route.config = { access: 'public', ...route.config };
  });
}
