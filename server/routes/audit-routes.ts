import { AUDIT_KINDS, type AuditKind } from '@beseda/shared/domain/audit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { listAudit } from '../audit/list-audit';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { PageQuery } from './page-query';

const Query = Type.Object({
  ...PageQuery,
  /** `company`, or `company:ID`. */
  object: Type.Optional(Type.String({ pattern: `^(${AUDIT_KINDS.join('|')})(:.{1,200})?$` })),
});

/** What was changed in the settings, for admins. */
export function auditRoutes(app: FastifyInstance, services: Services): void {
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/v1/audit',
      { schema: { tags: ['audit'], querystring: Query }, config: { access: 'admin' } },
      async (request) => {
        const { object, ...page } = request.query;
        return listAudit(contextFor(services, requireAgent(request)), { ...page, ...readObject(object) });
      },
    );
}

function readObject(given: string | undefined): { kind?: AuditKind; id?: string } {
  const [word, ...id] = given?.split(':') ?? [];
  const kind = AUDIT_KINDS.find((one) => one === word);
  return { ...(kind ? { kind } : {}), ...(id.length > 0 ? { id: id.join(':') } : {}) };
}
