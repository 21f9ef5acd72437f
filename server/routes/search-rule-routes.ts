import { LIMITS } from '@beseda/shared/domain/limits';
import { LOCALES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { previewRules, readRules } from '../search-rules/read-rules';
import { saveRules } from '../search-rules/save-rules';
import { strictObject, writing } from './admin-shapes';
import { adminContext } from './keep-objects';

const Phrase = Type.String({ maxLength: 100 });
const rules = {
  synonyms: Type.Array(Type.Array(Phrase, { maxItems: 50 }), { maxItems: 1_000 }),
  oneWay: Type.Array(strictObject({ query: Phrase, means: Type.Array(Phrase, { maxItems: 50 }) }), {
    maxItems: 1_000,
    default: [],
  }),
  stopWords: Type.Array(Phrase, { maxItems: 1_000 }),
  pins: Type.Array(
    strictObject({
      query: Type.String({ maxLength: 200 }),
      articles: Type.Array(Type.Integer({ minimum: 1, maximum: 999_999_999 }), { maxItems: 10 }),
    }),
    { maxItems: 500 },
  ),
  off: Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 1_000 }),
};
const params = Type.Object({ locale: Type.Enum([...LOCALES]) });
const Change = strictObject({ ...rules, revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) });
const Preview = strictObject({ ...rules, q: Type.String({ maxLength: LIMITS.queryLength }) });

const tags = ['knowledge'];
const one = '/api/v1/kb/search-rules/:locale';
/** Asked for while somebody edits. */
const previewing = { access: 'admin', rateLimit: { max: 300, timeWindow: '1 minute' } } as const;

/** Synonyms, stop words and pinned results, for admins. */
export function searchRuleRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(one, { schema: { tags, params }, config: { access: 'admin' } }, async (request) =>
    readRules(adminContext(services, request), request.params.locale),
  );
  typed.put(one, { schema: { tags, params, body: Change }, config: writing }, async (request) =>
    saveRules(adminContext(services, request), request.params.locale, request.body),
  );
  typed.post(
    `${one}/preview`,
    { schema: { tags, params, body: Preview }, config: previewing },
    async (request) => previewRules(adminContext(services, request), request.params.locale, request.body),
  );
}
