import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { addApp } from '../apps/add-app';
import { addAppSecret } from '../apps/add-app-secret';
import { deleteApp } from '../apps/delete-app';
import { deleteAppSecret } from '../apps/delete-app-secret';
import { listApps } from '../apps/list-apps';
import { readApp } from '../apps/read-app';
import { restoreAppSecret } from '../apps/restore-app-secret';
import { retireAppSecret } from '../apps/retire-app-secret';
import { updateApp } from '../apps/update-app';
import type { Services } from '../context/context';
import { strictObject, writing } from './admin-shapes';
import { adminContext } from './keep-objects';

const Id = Type.String({ minLength: 1, maxLength: 100 });
const ByKey = Type.Object({ key: Id });
const BySecret = Type.Object({ key: Id, kid: Id });
const Name = Type.String({ minLength: 1, maxLength: 100 });
const Origins = Type.Array(Type.String({ maxLength: 300 }), { minItems: 1, maxItems: 50 });
const Distance = Type.Optional(Type.Integer({ minimum: 0, maximum: 200 }));
const Words = Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()]));
const Theme = strictObject({
  accent: Type.Optional(Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' })),
  position: Type.Optional(Type.Enum(['left', 'right'])),
  side: Distance,
  bottom: Distance,
  launcher: Type.Optional(strictObject({ ru: Words, en: Words })),
  ownButton: Type.Optional(Type.Boolean()),
});
const NewApp = strictObject({ name: Name, origins: Origins, trustedClaims: Type.Optional(Type.Boolean()) });
const Patch = strictObject({
  name: Type.Optional(Name),
  origins: Type.Optional(Origins),
  trustedClaims: Type.Optional(Type.Boolean()),
  disabled: Type.Optional(Type.Boolean()),
  theme: Type.Optional(Theme),
});
const NewSecret = strictObject({ publicKey: Type.Optional(Type.String({ maxLength: 5_000 })) });
const SecretPatch = strictObject({ retired: Type.Boolean() });

const tags = ['apps'];
const base = '/api/v1/apps';

/** Embedding sites, for admins. */
export function appRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const config = { access: 'admin' } as const;
  typed.get(base, { schema: { tags }, config }, async (request) => ({
    results: await listApps(adminContext(services, request)),
    next: null,
  }));
  typed.post(base, { schema: { tags, body: NewApp }, config: writing }, async (request, reply) => {
    const added = await addApp(adminContext(services, request), request.body);
    return reply.status(201).header('cache-control', 'no-store').send(added);
  });
  typed.get(`${base}/:key`, { schema: { tags, params: ByKey }, config }, async (request) =>
    readApp(adminContext(services, request), request.params.key),
  );
  typed.patch(
    `${base}/:key`,
    { schema: { tags, params: ByKey, body: Patch }, config: writing },
    async (request) => updateApp(adminContext(services, request), request.params.key, request.body),
  );
  typed.delete(
    `${base}/:key`,
    { schema: { tags, params: ByKey }, config: writing },
    async (request, reply) => {
      await deleteApp(adminContext(services, request), request.params.key);
      return reply.status(204).send();
    },
  );
  secretRoutes(app, services);
}

function secretRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(
    `${base}/:key/secrets`,
    { schema: { tags, params: ByKey, body: NewSecret }, config: writing },
    async (request, reply) => {
      const ctx = adminContext(services, request);
      const added = await addAppSecret(ctx, { app: request.params.key, ...request.body });
      return reply.status(201).header('cache-control', 'no-store').send(added);
    },
  );
  typed.patch(
    `${base}/:key/secrets/:kid`,
    { schema: { tags, params: BySecret, body: SecretPatch }, config: writing },
    async (request) => {
      const ctx = adminContext(services, request);
      const change = request.body.retired ? retireAppSecret : restoreAppSecret;
      await change(ctx, { app: request.params.key, kid: request.params.kid });
      return readApp(ctx, request.params.key);
    },
  );
  typed.delete(
    `${base}/:key/secrets/:kid`,
    { schema: { tags, params: BySecret }, config: writing },
    async (request, reply) => {
      const { key, kid } = request.params;
      await deleteAppSecret(adminContext(services, request), { app: key, kid });
      return reply.status(204).send();
    },
  );
}
