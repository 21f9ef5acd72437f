import { LOCALES, PERSON_ROLES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { createPerson } from '../people/create-person';
import { deletePerson } from '../people/delete-person';
import { importPeople } from '../people/import-people';
import { listPeople } from '../people/list-people';
import { readPerson } from '../people/read-person';
import { updatePerson } from '../people/update-person';
import { LineOrNull, SearchQuery, strictObject, Uuid } from './admin-shapes';
import { adminContext, keepObjects } from './keep-objects';

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

const base = '/api/v1/people';

/** People of the companies, for admins. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const schema = { tags: ['people'], querystring: Query };
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(base, { schema, config: { access: 'admin' } }, async (request) =>
      listPeople(adminContext(services, request), request.query),
    );
  keepObjects(app, services, {
    base,
    tag: 'people',
    fresh: NewPerson,
    patch: Patch,
    create: createPerson,
    read: readPerson,
    update: updatePerson,
    remove: deletePerson,
    importAll: importPeople,
  });
}
