import { AGENT_ROLES, LOCALES } from '@beseda/shared/domain/words';
import type { AgentCard } from '@beseda/shared/protocol/admin';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { disableAgent, enableAgent } from '../agents/disable-agent';
import { giveSignInLink } from '../agents/give-sign-in-link';
import { inviteAgent } from '../agents/invite-agent';
import { listAgentCards, readAgent, type StoredAgent } from '../agents/list-agents';
import { updateAgent } from '../agents/update-agent';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { ById, LineOrNull, strictObject, Uuid, writing } from './admin-shapes';

const MOST_CAPACITY = 1_000;
const Rest = {
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  role: Type.Optional(Type.Enum([...AGENT_ROLES])),
  languages: Type.Optional(Type.Array(Type.Enum([...LOCALES]), { minItems: 1, maxItems: LOCALES.length })),
  capacity: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST_CAPACITY })),
  extension: Type.Optional(LineOrNull),
  teams: Type.Optional(Type.Array(Uuid, { maxItems: 1_000 })),
};
const Mail = Type.Optional(Type.Boolean());
const Invitation = strictObject({
  email: Type.String({ minLength: 3, maxLength: 320 }),
  ...Rest,
  mail: Mail,
});
const Patch = strictObject(Rest);
const LinkBody = strictObject({ mail: Mail });
const DisableBody = strictObject({ handTo: Type.Union([Uuid, Type.Null()]) });

/** Agents, for admins. `online`: ids of those connected now. */
export function agentRoutes(
  app: FastifyInstance,
  services: Services,
  online: () => Promise<ReadonlySet<string>>,
): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['agents'];
  const base = '/api/v1/agents';
  const one = `${base}/:id`;
  const config = { access: 'admin' } as const;
  const present = async (agent: StoredAgent): Promise<AgentCard> => ({
    ...agent,
    online: (await online()).has(agent.id),
  });
  typed.get(base, { schema: { tags }, config }, async (request) => {
    const agents = await listAgentCards(contextFor(services, requireAgent(request)));
    const here = await online();
    return { results: agents.map((agent) => ({ ...agent, online: here.has(agent.id) })), next: null };
  });
  typed.post(base, { schema: { tags, body: Invitation }, config: writing }, async (request, reply) => {
    const { agent, link } = await inviteAgent(contextFor(services, requireAgent(request)), request.body);
    return reply.status(201).send({ agent: await present(agent), link });
  });
  typed.get(one, { schema: { tags, params: ById }, config }, async (request) =>
    present(await readAgent(contextFor(services, requireAgent(request)), request.params.id)),
  );
  typed.patch(one, { schema: { tags, params: ById, body: Patch }, config: writing }, async (request) =>
    present(await updateAgent(contextFor(services, requireAgent(request)), request.params.id, request.body)),
  );
  typed.post(
    `${one}/sign-in-link`,
    { schema: { tags, params: ById, body: LinkBody }, config: writing },
    async (request, reply) => {
      const ctx = contextFor(services, requireAgent(request));
      return reply.status(201).send(await giveSignInLink(ctx, request.params.id, request.body));
    },
  );
  typed.post(
    `${one}/disable`,
    { schema: { tags, params: ById, body: DisableBody }, config: writing },
    async (request) =>
      present(
        await disableAgent(contextFor(services, requireAgent(request)), request.params.id, request.body),
      ),
  );
  typed.post(
    `${one}/enable`,
    { schema: { tags, params: ById, body: strictObject({}) }, config: writing },
    async (request) =>
      present(await enableAgent(contextFor(services, requireAgent(request)), request.params.id)),
  );
}
