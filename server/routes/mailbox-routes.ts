import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { listMailboxes, testMailbox } from '../inbound/imap/test-mailbox';
import { readReceiver } from '../inbound/smtp/read-receiver';
import { strictObject, writing } from './admin-shapes';

const ByNumber = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 1_000 }) });

/** `/api/v1/mailboxes`, `/api/v1/smtp-receiver`: how mail comes in by the environment, and tests of it, for admins. */
export function mailboxRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['mail'];
  typed.get('/api/v1/mailboxes', { schema: { tags }, config: { access: 'admin' } }, async (request) =>
    listMailboxes(contextFor(services, requireAgent(request))),
  );
  typed.get('/api/v1/smtp-receiver', { schema: { tags }, config: { access: 'admin' } }, async (request) =>
    readReceiver(contextFor(services, requireAgent(request))),
  );
  typed.post(
    '/api/v1/mailboxes/:number/test',
    { schema: { tags, params: ByNumber, body: strictObject({}) }, config: writing },
    async (request) => testMailbox(contextFor(services, requireAgent(request)), request.params.number),
  );
}
