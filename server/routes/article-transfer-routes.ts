import { LOCALES } from '@beseda/shared/domain/words';
import { IMPORT_LIMITS, IMPORT_SOURCES } from '@beseda/shared/protocol/article-transfer';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { nowIso, type Services } from '../context/context';
import { readFormFiles } from '../http/read-form-file';
import { bringArticles } from '../transfer/bring-articles';
import { packArticles } from '../transfer/pack-articles';
import { adminContext } from './keep-objects';

const ImportQuery = Type.Object({
  from: Type.Enum(['auto', ...IMPORT_SOURCES], { default: 'auto' }),
  dryRun: Type.Boolean({ default: false }),
  force: Type.Boolean({ default: false }),
  download: Type.Boolean({ default: false }),
});
const ExportQuery = Type.Object({
  locale: Type.Optional(Type.Enum([...LOCALES])),
  drafts: Type.Boolean({ default: false }),
});
const tags = ['knowledge'];
const config = { access: 'admin', rateLimit: { max: 20, timeWindow: '1 minute' } } as const;

/** The knowledge base as a file, in and out, for admins. */
export function articleTransferRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(
    '/api/v1/kb/import',
    { schema: { tags, querystring: ImportQuery, consumes: ['multipart/form-data'] }, config },
    async (request) => {
      const ctx = adminContext(services, request);
      // One more than it takes, so that it says so itself.
      return readFormFiles(request, IMPORT_LIMITS.files + 1, (files) =>
        bringArticles(ctx, { ...request.query, files }),
      );
    },
  );
  const schema = { tags, querystring: ExportQuery };
  typed.get('/api/v1/kb/export', { schema, config }, async (request, reply) => {
    const day = nowIso(services).slice(0, 10);
    const zip = await packArticles(adminContext(services, request), request.query);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="knowledge-base-${day}.zip"`)
      .header('cache-control', 'no-store')
      .send(zip);
  });
}
