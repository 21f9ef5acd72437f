import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { Environment } from '../config/read-environment';
import { ANSWERS, ErrorAnswer } from './answer-schemas';
import type { Access } from './authenticate';
import { grantPublic } from './grant-public';

const API = '/api/v1/';
const REFUSALS: Readonly<Record<Access, readonly number[]>> = {
  public: [],
  requester: [401, 403],
  agent: [401, 403],
  admin: [401, 403],
  actor: [401],
};
const SECURITY: Readonly<Record<Access, Record<string, string[]>[]>> = {
  public: [{}, { bearer: [] }],
  requester: [{ bearer: [] }],
  agent: [{ bearer: [] }, { desk: [] }],
  admin: [{ bearer: [] }, { desk: [] }],
  actor: [{ bearer: [] }, { desk: [] }],
};
const Bytes = Type.String({ contentMediaType: 'application/octet-stream' });
const BYTE_TYPES = ['application/octet-stream', 'message/rfc822'];
const FileForm = Type.Object({ file: Bytes });

/** `/api/openapi.json`, generated from the routes' schemas, and a page to read it at `/api/docs`. */
export async function describeApi(app: FastifyInstance, environment: Environment): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Beseda',
        version: '1',
        description:
          'Errors are {code, message, field?}. Lists are {results, next}. A field that a body does not know is refused as invalid_input, by name.',
      },
      servers: [{ url: environment.publicUrl }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'A requester’s session or an API token.' },
          desk: { type: 'apiKey', in: 'cookie', name: 'beseda_desk' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({ schema: describeRoute(schema, url, route), url }),
  });
  await app.register(async (scope) => {
    grantPublic(scope);
    await scope.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
    scope.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () =>
      app.swagger(),
    );
  });
}

/**
 * A route as the document shows it. Answers are documented, not serialised, by their schemas: a field that a schema does
 * not know must not vanish on its way. What is no part of the API is left out.
 */
function describeRoute(schema: FastifySchema | undefined, url: string, route: RouteOptions): FastifySchema {
  const answers = ANSWERS[`${route.method.toString()} ${url}`];
  if (!url.startsWith(API) || !answers) return { ...schema, hide: true };
  const access = route.config?.access ?? 'public';
  const limited = route.config?.rateLimit === false ? [] : [429];
  const refusals = [400, ...REFUSALS[access], ...(url.includes(':') ? [404] : []), ...limited];
  const response = {
    ...Object.fromEntries(refusals.map((status) => [status, refusal])),
    ...Object.fromEntries(Object.entries(answers).map(([status, body]) => [status, describeBody(body)])),
    default: refusal,
  };
  const form = schema?.consumes?.includes('multipart/form-data') ? { body: FileForm } : {};
  const isBytes = schema?.consumes?.some((type) => BYTE_TYPES.includes(type));
  const bytes = isBytes ? { body: Bytes } : {};
  return { ...schema, ...form, ...bytes, response, security: SECURITY[access] };
}

/** What is no JSON says of which type it is. */
function describeBody(body: TSchema | null): object {
  const { contentMediaType: type } = (body ?? {}) as { contentMediaType?: string };
  return type ? { description: 'A file.', content: { [type]: { schema: body } } } : (body ?? noBody);
}

const refusal = { description: 'Refused: `code` is stable and says why.', ...ErrorAnswer };
const noBody = { type: 'null', description: 'No JSON body.' };
