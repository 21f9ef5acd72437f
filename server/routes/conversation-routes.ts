import { Readable } from 'node:stream';
import { LOCALES, TICKET_STATUSES, TICKET_TYPES, type TicketStatus } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { exportConversations } from '../conversations/export-conversations';
import { listConversations } from '../conversations/list-conversations';
import type { ConversationFilter } from '../conversations/pick-conversations';
import { requireRequester } from '../http/authenticate';
import { listColleagues } from '../people/list-colleagues';
import { PageQuery } from './page-query';

const statuses = TICKET_STATUSES.join('|');
const Filter = {
  who: Type.Enum(['own', 'company'], { default: 'own' }),
  person: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
  /** One or more, with commas between. */
  status: Type.Optional(Type.String({ pattern: `^(${statuses})(,(${statuses}))*$`, maxLength: 100 })),
  type: Type.Optional(Type.Enum([...TICKET_TYPES, 'none'])),
  q: Type.Optional(Type.String({ maxLength: 200 })),
};
const FilterQuery = Type.Object(Filter);
const ExportQuery = Type.Object({
  ...Filter,
  locale: Type.Enum([...LOCALES], { default: 'ru' }),
  /** The zone of the instants in it. */
  tz: Type.String({ maxLength: 60, default: 'Europe/Moscow' }),
});

/** The requester's own list, or a manager's of the company. */
export function conversationRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['conversations'];
  typed.get(
    '/api/v1/conversations',
    {
      schema: { tags, querystring: Type.Object({ ...PageQuery, ...Filter }) },
      config: { access: 'requester' },
    },
    async (request) => {
      const ctx = contextFor(services, requireRequester(request));
      const { limit, cursor, ...query } = request.query;
      return listConversations(ctx, {
        ...readFilter(query),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
    },
  );
  typed.get(
    '/api/v1/requests.csv',
    {
      schema: { tags, querystring: ExportQuery },
      config: { access: 'requester', rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const ctx = contextFor(services, requireRequester(request));
      const { locale, tz, ...query } = request.query;
      const lines = await exportConversations(ctx, readFilter(query), { locale, tz });
      const day = new Date(services.now()).toISOString().slice(0, 10);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="requests-${day}.csv"`)
        .send(Readable.from(lines));
    },
  );
  typed.get('/api/v1/colleagues', { schema: { tags }, config: { access: 'requester' } }, async (request) =>
    listColleagues(contextFor(services, requireRequester(request))),
  );
}

function readFilter({ status, ...rest }: Type.Static<typeof FilterQuery>): ConversationFilter {
  return status === undefined ? rest : { ...rest, status: status.split(',') as TicketStatus[] };
}
