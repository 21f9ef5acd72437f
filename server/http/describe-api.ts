import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Environment } from '../config/read-environment';
import { grantPublic } from './grant-public';

/** `/api/openapi.json`, generated from the routes' schemas, and a page to read it at `/api/docs`. */
export async function describeApi(app: FastifyInstance, environment: Environment): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Beseda',
        version: '1',
        description: 'Errors are {code, message, field?}. Lists are {results, next}.',
      },
      servers: [{ url: environment.publicUrl }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
  });
  await app.register(async (scope) => {
    grantPublic(scope);
    await scope.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
    scope.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () =>
      app.swagger(),
    );
  });
}
