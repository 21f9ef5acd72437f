import { READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TProperties, Type } from 'typebox';
import { changeArticles } from '../contents/change-articles';
import { listChanges } from '../contents/list-changes';
import { orderContents } from '../contents/order-contents';
import { readTree } from '../contents/read-tree';
import { removeHeading } from '../contents/remove-heading';
import { createHeading, updateHeading } from '../contents/save-heading';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { encodeFor } from '../http/encode-for';
import { PLAN_KEY } from '../plans/plan-fields';
import { strictObject, Uuid } from './admin-shapes';
import { PageQuery } from './page-query';

const MOST = 5_000;
const Numbered = Type.Integer({ minimum: 1, maximum: 999_999_999 });
const Numbers = Type.Array(Numbered, { minItems: 1, maxItems: MOST, uniqueItems: true });
const NumberOrNull = Type.Union([Numbered, Type.Null()]);
const byLocale = (maxLength: number) =>
  strictObject({
    ru: Type.Optional(Type.String({ maxLength })),
    en: Type.Optional(Type.String({ maxLength })),
  });
const rule = {
  visibility: Type.Optional(Type.Enum([...VISIBILITIES])),
  plans: Type.Optional(Type.Array(Type.String({ pattern: PLAN_KEY }), { maxItems: 100, uniqueItems: true })),
  roles: Type.Optional(Type.Array(Type.Enum([...READER_ROLES]), { maxItems: 10, uniqueItems: true })),
};
const Category = { titles: Type.Optional(byLocale(200)), leads: Type.Optional(byLocale(1_000)), ...rule };
const Section = {
  ...Category,
  category: Type.Optional(NumberOrNull),
  routes: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\p{Cc}]+$' }), { maxItems: 100 }),
  ),
};
const Change = strictObject({
  numbers: Numbers,
  section: Type.Optional(Numbered),
  ...rule,
  owner: Type.Optional(Type.Union([Uuid, Type.Null()])),
  checkBy: Type.Optional(
    Type.Union([Type.String({ pattern: '^[1-9]\\d{3}-\\d{2}-\\d{2}$', format: 'date' }), Type.Null()]),
  ),
});
const OrderBody = strictObject({
  kind: Type.Enum(['category', 'section', 'article']),
  parent: NumberOrNull,
  numbers: Numbers,
});

const tags = ['knowledge'];
const config = { access: 'agent', rateLimit: { max: 120, timeWindow: '1 minute' } } as const;
const base = '/api/v1/kb';

/** The table of contents as agents keep it. */
export function contentsRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const ctx = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  typed.get(`${base}/tree`, { schema: { tags }, config: { access: 'agent' } }, async (request, reply) => {
    // Of a thousand articles it is half a megabyte, and asked for again after every change.
    const { bytes, encoding } = await encodeFor(request, JSON.stringify(await readTree(ctx(request))));
    if (encoding) void reply.header('content-encoding', encoding);
    return reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding').send(bytes);
  });
  typed.get(
    `${base}/articles/:number/changes`,
    {
      schema: { tags, params: Type.Object({ number: Numbered }), querystring: Type.Object(PageQuery) },
      config: { access: 'agent' },
    },
    async (request) => listChanges(ctx(request), { ...request.params, ...request.query }),
  );
  keepHeadings(app, services, { kind: 'category', path: `${base}/categories`, fields: Category });
  keepHeadings(app, services, { kind: 'section', path: `${base}/sections`, fields: Section });
  typed.put(`${base}/order`, { schema: { tags, body: OrderBody }, config }, async (request, reply) => {
    await orderContents(ctx(request), request.body);
    return reply.status(204).send();
  });
  const body = strictObject({ changes: Type.Array(Change, { minItems: 1, maxItems: MOST }) });
  typed.post(`${base}/articles/move`, { schema: { tags, body }, config }, async (request) =>
    changeArticles(ctx(request), request.body.changes),
  );
}

function keepHeadings(
  app: FastifyInstance,
  services: Services,
  { kind, path, fields }: { kind: 'category' | 'section'; path: string; fields: TProperties },
): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const ctx = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  const body = strictObject(fields) as ReturnType<typeof strictObject<typeof Section>>;
  const params = Type.Object({ number: Numbered });
  typed.post(path, { schema: { tags, body }, config }, async (request, reply) =>
    reply.status(201).send(await createHeading(ctx(request), kind, request.body)),
  );
  typed.patch(`${path}/:number`, { schema: { tags, params, body }, config }, async (request) =>
    updateHeading(ctx(request), kind, request.params.number, request.body),
  );
  const querystring = Type.Object({ to: Type.Optional(Numbered) });
  typed.delete(
    `${path}/:number`,
    { schema: { tags, params, querystring }, config },
    async (request, reply) => {
      await removeHeading(ctx(request), kind, { ...request.params, ...request.query });
      return reply.status(204).send();
    },
  );
}
