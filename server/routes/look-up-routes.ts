import { LIMITS } from '@beseda/shared/domain/limits';
import { LOCALES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { FoundPage } from '../http/look-up-answers';
import { readerOf } from '../searches/reader';

const LookUp = Type.Object({
  q: Type.String({ default: '' }),
  locale: Type.Enum([...LOCALES], { default: 'ru' }),
  section: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999 })),
  limit: Type.Integer({ minimum: 1, maximum: 90, default: 10 }),
  /** Somebody is still writing it. */
  typing: Type.Boolean({ default: false }),
});

/** The panel's search: what was found and in which sections, what was probably meant, and the closest where nothing was. */
export function lookUpRoutes(app: FastifyInstance, services: Services): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/articles/look-up',
    {
      schema: { tags: ['articles'], querystring: LookUp, response: { 200: FoundPage } },
      config: { access: 'public', rateLimit: { max: 600, timeWindow: '1 minute' } },
    },
    async (request) => {
      const { locale, limit, section = null, typing } = request.query;
      const q = request.query.q.trim().slice(0, LIMITS.queryLength);
      const found = services.articles.lookUp(request.actor, { q, locale, section, limit });
      const shown = found.hits.map(({ number }) => number);
      const kind = typing ? 'draft' : 'search';
      services.searches.looked(readerOf(request, 'panel'), { kind, locale, query: q, shown });
      return found;
    },
  );
}
