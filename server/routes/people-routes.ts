import { LOCALES, PERSON_ROLES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { createPerson } from '../people/create-person';
import { deletePerson } from '../people/delete-person';
import { importPeople } from '../people/import-people';
import { listPeople } from '../people/list-people';
import { readPerson } from '../people/read-person';
import { updatePerson } from '../people/update-person';
import {
  ById,
  IMPORT_LIMIT,
  ImportBody,
  LineOrNull,
  SearchQuery,
  strictObject,
  Uuid,
  writing,
} from './admin-shapes';

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Rest = {
  email: Type.Optional(LineOrNull),
  role: Type.Optional(Type.Enum([...PERSON_ROLES])),
  locale: Type.Optional(Type.Enum([...LOCALES])),
};
const NewPerson = strictObject({ company: Uuid, sub: Line, name: Line, ...Rest });
const Patch = strictObject({ name: Type.Optional(Line), ...Rest, blocked: Type.Optional(Type.Boolean()) });
const Query = Type.Object({
  ...SearchQuery,
  company: Type.Optional(Uuid),
  blocked: Type.Optional(Type.Boolean()),
});

/** People of the companies, for admins. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['people'];
  const base = '/api/v1/people';
  const config = { access: 'admin' } as const;
  typed.get(base, { schema: { tags, querystring: Query }, config }, async (request) =>
    listPeople(contextFor(services, requireAgent(request)), request.query),
  );
  typed.post(base, { schema: { tags, body: NewPerson }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createPerson(contextFor(services, requireAgent(request)), request.body)),
  );
  typed.post(
    `${base}/import`,
    { schema: { tags, body: ImportBody }, config: writing, bodyLimit: IMPORT_LIMIT },
    async (request) => importPeople(contextFor(services, requireAgent(request)), request.body),
  );
  typed.get(`${base}/:id`, { schema: { tags, params: ById }, config }, async (request) =>
    readPerson(contextFor(services, requireAgent(request)), request.params.id),
  );
  typed.patch(
    `${base}/:id`,
    { schema: { tags, params: ById, body: Patch }, config: writing },
    async (request) =>
      updatePerson(contextFor(services, requireAgent(request)), request.params.id, request.body),
  );
  typed.delete(`${base}/:id`, { schema: { tags, params: ById }, config: writing }, async (request, reply) => {
    await deletePerson(contextFor(services, requireAgent(request)), request.params.id);
    return reply.status(204).send();
  });
}
