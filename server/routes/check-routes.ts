import { CHECK_KINDS } from '@beseda/shared/protocol/kb-checks';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { listChecks } from '../article-checks/list-checks';
import { markChecked } from '../article-checks/mark-checked';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { recheckLinks } from '../outside-links/recheck-links';
import { strictObject, Uuid } from './admin-shapes';
import { PageQuery } from './page-query';

const ListQuery = Type.Object({
  ...PageQuery,
  kind: Type.Enum([...CHECK_KINDS], { default: 'stale' }),
  owner: Type.Optional(Uuid),
});
const ByNumber = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 999_999_999 }) });
const Checked = strictObject({
  checkBy: Type.Optional(Type.String({ pattern: '^[1-9]\\d{3}-\\d{2}-\\d{2}$', format: 'date' })),
});

const Nothing = strictObject({});

const tags = ['knowledge'];
const base = '/api/v1/kb';
const rateLimit = { max: 120, timeWindow: '1 minute' } as const;

/** Articles that want to be looked at, and that somebody has. */
export function checkRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    `${base}/checks`,
    { schema: { tags, querystring: ListQuery }, config: { access: 'agent' } },
    async (request) => listChecks(contextFor(services, requireAgent(request)), request.query),
  );
  typed.post(
    `${base}/checks/outside`,
    { schema: { tags, body: Nothing }, config: { access: 'agent', rateLimit } },
    async (request, reply) =>
      reply.code(202).send(await recheckLinks(contextFor(services, requireAgent(request)))),
  );
  typed.post(
    `${base}/articles/:number/checked`,
    { schema: { tags, params: ByNumber, body: Checked }, config: { access: 'agent', rateLimit } },
    async (request) =>
      markChecked(contextFor(services, requireAgent(request)), { ...request.params, ...request.body }),
  );
}
