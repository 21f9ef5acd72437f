import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { createCompany } from '../companies/create-company';
import { deleteCompany } from '../companies/delete-company';
import { importCompanies } from '../companies/import-companies';
import { listCompanies } from '../companies/list-companies';
import { readCompany } from '../companies/read-company';
import { updateCompany } from '../companies/update-company';
import type { Services } from '../context/context';
import { LineOrNull, SearchQuery, strictObject, Uuid } from './admin-shapes';
import { adminContext, keepObjects } from './keep-objects';

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Rest = {
  plan: Type.Optional(LineOrNull),
  region: Type.Optional(LineOrNull),
  distributorSupportUrl: Type.Optional(LineOrNull),
  mailDomains: Type.Optional(LineOrNull),
};
const NewCompany = strictObject({ externalId: Line, name: Line, ...Rest });
const Link = Type.Optional(Type.Union([Uuid, Type.Null()]));
const Patch = strictObject({
  name: Type.Optional(Line),
  ...Rest,
  calendarId: Link,
  teamId: Link,
  agentId: Link,
  suspended: Type.Optional(Type.Boolean()),
});
const Query = Type.Object({
  ...SearchQuery,
  plan: Type.Optional(Type.String({ maxLength: 100 })),
  team: Type.Optional(Uuid),
  agent: Type.Optional(Uuid),
  suspended: Type.Optional(Type.Boolean()),
});

const base = '/api/v1/companies';

/** Companies, for admins. */
export function companyRoutes(app: FastifyInstance, services: Services): void {
  const schema = { tags: ['companies'], querystring: Query };
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(base, { schema, config: { access: 'admin' } }, async (request) =>
      listCompanies(adminContext(services, request), request.query),
    );
  keepObjects(app, services, {
    base,
    tag: 'companies',
    fresh: NewCompany,
    patch: Patch,
    create: createCompany,
    read: readCompany,
    update: updateCompany,
    remove: deleteCompany,
    importAll: importCompanies,
  });
}
