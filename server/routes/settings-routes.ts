import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { changeSetting } from '../settings/change-setting';
import { listSettings } from '../settings/list-settings';
import { strictObject, writing } from './admin-shapes';

const ByKey = Type.Object({ key: Type.String({ maxLength: 100 }) });
const NewValue = strictObject({ value: Type.String({ maxLength: 2_000 }) });

/** Single values, such as limits and delays, for admins. */
export function settingsRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['settings'];
  typed.get('/api/v1/settings', { schema: { tags }, config: { access: 'admin' } }, async (request) =>
    listSettings(contextFor(services, requireAgent(request))),
  );
  typed.put(
    '/api/v1/settings/:key',
    { schema: { tags, params: ByKey, body: NewValue }, config: writing },
    async (request) => {
      const ctx = contextFor(services, requireAgent(request));
      await changeSetting(ctx, { ...request.params, ...request.body });
      return listSettings(ctx);
    },
  );
}
