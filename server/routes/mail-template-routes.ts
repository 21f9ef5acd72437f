import { LOCALES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import {
  changeTemplate,
  listTemplates,
  previewTemplate,
  resetTemplate,
} from '../mail/templates/keep-templates';
import { TEMPLATE_KEYS } from '../mail/templates/template-rules';
import { strictObject, writing } from './admin-shapes';
import { adminContext } from './keep-objects';

const Locale = Type.Enum([...LOCALES]);
const One = Type.Object({ key: Type.Enum([...TEMPLATE_KEYS]), locale: Locale });
const Text = strictObject({
  subject: Type.String({ maxLength: 200 }),
  body: Type.String({ maxLength: 10_000 }),
});
const Query = Type.Object({ locale: Type.Enum([...LOCALES], { default: 'ru' }) });
const tags = ['mail'];
const base = '/api/v1/mail-templates';

/** What mails say, for admins. */
export function mailTemplateRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const one = `${base}/:key/:locale`;
  typed.get(base, { schema: { tags, querystring: Query }, config: { access: 'admin' } }, async (request) => ({
    results: await listTemplates(adminContext(services, request), request.query.locale),
    next: null,
  }));
  typed.put(one, { schema: { tags, params: One, body: Text }, config: writing }, async (request) =>
    changeTemplate(adminContext(services, request), { ...request.params, ...request.body }),
  );
  typed.delete(one, { schema: { tags, params: One }, config: writing }, async (request) =>
    resetTemplate(adminContext(services, request), request.params),
  );
  typed.post(
    `${one}/preview`,
    { schema: { tags, params: One, body: Text }, config: { access: 'admin' } },
    async (request) =>
      previewTemplate(adminContext(services, request), { ...request.params, ...request.body }),
  );
}
