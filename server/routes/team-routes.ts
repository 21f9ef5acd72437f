import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { deleteTeam } from '../teams/delete-team';
import { listTeams, readTeam } from '../teams/list-teams';
import { createTeam, updateTeam } from '../teams/save-team';
import { ById, strictObject, Uuid, writing } from './admin-shapes';

const Name = Type.String({ minLength: 1, maxLength: 100 });
const Members = Type.Optional(Type.Array(Uuid, { maxItems: 1_000 }));
const NewTeam = strictObject({ name: Name, members: Members });
const Patch = strictObject({ name: Type.Optional(Name), members: Members });

/** Teams of agents, for admins. */
export function teamRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['teams'];
  const base = '/api/v1/teams';
  typed.get(base, { schema: { tags }, config: { access: 'admin' } }, async (request) => ({
    results: await listTeams(contextFor(services, requireAgent(request))),
    next: null,
  }));
  typed.post(base, { schema: { tags, body: NewTeam }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createTeam(contextFor(services, requireAgent(request)), request.body)),
  );
  typed.get(`${base}/:id`, { schema: { tags, params: ById }, config: { access: 'admin' } }, async (request) =>
    readTeam(contextFor(services, requireAgent(request)), request.params.id),
  );
  typed.patch(
    `${base}/:id`,
    { schema: { tags, params: ById, body: Patch }, config: writing },
    async (request) =>
      updateTeam(contextFor(services, requireAgent(request)), request.params.id, request.body),
  );
  typed.delete(`${base}/:id`, { schema: { tags, params: ById }, config: writing }, async (request, reply) => {
    await deleteTeam(contextFor(services, requireAgent(request)), request.params.id);
    return reply.status(204).send();
  });
}
