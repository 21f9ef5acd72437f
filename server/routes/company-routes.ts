import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { createCompany } from '../companies/create-company';
import { deleteCompany } from '../companies/delete-company';
import { importCompanies } from '../companies/import-companies';
import { listCompanies } from '../companies/list-companies';
import { readCompany } from '../companies/read-company';
import { updateCompany } from '../companies/update-company';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
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
  plan: Type.Optional(LineOrNull),
  region: Type.Optional(LineOrNull),
  distributorSupportUrl: Type.Optional(LineOrNull),
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

/** Companies, for admins. */
export function companyRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['companies'];
  const base = '/api/v1/companies';
  const config = { access: 'admin' } as const;
  typed.get(base, { schema: { tags, querystring: Query }, config }, async (request) =>
    listCompanies(contextFor(services, requireAgent(request)), request.query),
  );
  typed.post(base, { schema: { tags, body: NewCompany }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createCompany(contextFor(services, requireAgent(request)), request.body)),
  );
  typed.post(
    `${base}/import`,
    { schema: { tags, body: ImportBody }, config: writing, bodyLimit: IMPORT_LIMIT },
    async (request) => importCompanies(contextFor(services, requireAgent(request)), request.body),
  );
  typed.get(`${base}/:id`, { schema: { tags, params: ById }, config }, async (request) =>
    readCompany(contextFor(services, requireAgent(request)), request.params.id),
  );
  typed.patch(
    `${base}/:id`,
    { schema: { tags, params: ById, body: Patch }, config: writing },
    async (request) =>
      updateCompany(contextFor(services, requireAgent(request)), request.params.id, request.body),
  );
  typed.delete(`${base}/:id`, { schema: { tags, params: ById }, config: writing }, async (request, reply) => {
    await deleteCompany(contextFor(services, requireAgent(request)), request.params.id);
    return reply.status(204).send();
  });
}
