import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { deleteTeam } from '../teams/delete-team';
import { listTeams, readTeam } from '../teams/list-teams';
import { createTeam, updateTeam } from '../teams/save-team';
import { strictObject, Uuid } from './admin-shapes';
import { adminContext, keepObjects } from './keep-objects';

const Name = Type.String({ minLength: 1, maxLength: 100 });
const Members = Type.Optional(Type.Array(Uuid, { maxItems: 1_000 }));
const NewTeam = strictObject({ name: Name, members: Members });
const Patch = strictObject({ name: Type.Optional(Name), members: Members });

const base = '/api/v1/teams';

/** Teams of agents, for admins. */
export function teamRoutes(app: FastifyInstance, services: Services): void {
  app.get(base, { schema: { tags: ['teams'] }, config: { access: 'admin' } }, async (request) => ({
    results: await listTeams(adminContext(services, request)),
    next: null,
  }));
  keepObjects(app, services, {
    base,
    tag: 'teams',
    fresh: NewTeam,
    patch: Patch,
    create: createTeam,
    read: readTeam,
    update: updateTeam,
    remove: deleteTeam,
  });
}
