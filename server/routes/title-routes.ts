import { LOCALES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AppDirectory } from '../apps/find-app';
import { listTitles } from '../articles/list-titles';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { isRequester } from '../db/actor';
import { allowCrossOrigin } from '../http/allow-cross-origin';
import { readTextAsJson } from '../http/read-text-as-json';
import { findActorBySession } from '../sessions/find-actor';
import { strictObject } from './admin-shapes';

const TitlesBody = strictObject({
  app: Type.String({ minLength: 1, maxLength: 100 }),
  numbers: Type.Array(Type.Integer({ minimum: 1, maximum: 999_999_999 }), { maxItems: 100 }),
  locale: Type.Enum([...LOCALES]),
  session: Type.Optional(Type.String({ maxLength: 200 })),
});

/** What the «?» marks in host pages are called. */
export function titleRoutes(app: FastifyInstance, services: Services, directory: AppDirectory): void {
  readTextAsJson(app);
  const rateLimit = { max: 120, timeWindow: '1 minute' };
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/api/v1/articles/titles',
      { schema: { tags: ['articles'], body: TitlesBody }, config: { access: 'public', rateLimit } },
      async (request, reply) => {
        const { session, ...input } = request.body;
        const record = await directory.byKey(input.app);
        if (!record) throw new Refusal('unknown_app', 'There is no app with this key.', { field: 'app' });
        allowCrossOrigin(request, reply, record, directory.refused);
        const actor = session === undefined ? null : await findActorBySession(services, session);
        void reply.header('cache-control', 'no-store');
        return listTitles(services, actor && isRequester(actor) ? actor : null, input);
      },
    );
}
