import { LOCALES, READER_ROLES, VISIBILITIES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { announceEditing, endEditing } from '../manuscripts/announce-editing';
import { createArticle } from '../manuscripts/create-article';
import { createFromTicket } from '../manuscripts/create-from-ticket';
import { discardDraft } from '../manuscripts/discard-draft';
import { listManuscripts, MANUSCRIPT_STATES } from '../manuscripts/list-manuscripts';
import { listVersions, readVersion } from '../manuscripts/list-versions';
import { publishDraft } from '../manuscripts/publish-draft';
import { readManuscript } from '../manuscripts/read-manuscript';
import { restoreVersion } from '../manuscripts/restore-version';
import { reviewDraft } from '../manuscripts/review-draft';
import { saveDraft } from '../manuscripts/save-draft';
import { scheduleDraft, unscheduleDraft } from '../manuscripts/schedule-draft';
import { unpublishArticle } from '../manuscripts/unpublish-article';
import { PLAN_KEY } from '../plans/plan-fields';
import { SearchQuery, strictObject, Uuid } from './admin-shapes';
import { PageQuery } from './page-query';

/** Characters. With what surrounds it, a text fits into the body of a request. */
const BODY_LENGTH = 1_000_000;
const BODY_LIMIT = 8 * 1024 * 1024;

const LocaleWord = Type.Enum([...LOCALES]);
const Numbered = Type.Integer({ minimum: 1, maximum: 999_999_999 });
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Lines = (maxLength: number) => Type.Array(Type.String({ maxLength }), { maxItems: 100 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const text = {
  title: Type.Optional(Type.String({ maxLength: 200 })),
  slug: Type.Optional(orNull(Type.String({ maxLength: 100 }))),
  sectionNumber: Type.Optional(orNull(Numbered)),
  keywords: Type.Optional(Lines(100)),
  routes: Type.Optional(Lines(300)),
  visibility: Type.Optional(Type.Enum([...VISIBILITIES])),
  plans: Type.Optional(Type.Array(Type.String({ pattern: PLAN_KEY }), { maxItems: 100, uniqueItems: true })),
  roles: Type.Optional(Type.Array(Type.Enum([...READER_ROLES]), { maxItems: 10, uniqueItems: true })),
  author: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  body: Type.Optional(Type.String({ maxLength: BODY_LENGTH })),
  translatedFrom: Type.Optional(orNull(LocaleWord)),
  translatedVersion: Type.Optional(orNull(Version)),
};
const source = Type.Optional(
  strictObject({
    ticket: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    query: Type.Optional(Type.String({ maxLength: 500 })),
  }),
);
const ByKey = Type.Object({ number: Numbered, locale: LocaleWord });
const ByVersion = Type.Object({ number: Numbered, locale: LocaleWord, version: Version });
const TicketNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const TicketBody = strictObject({
  ticket: TicketNumber,
  answers: Type.Optional(Type.Array(TicketNumber, { maxItems: 50, uniqueItems: true })),
});
const Revision = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
const seen = { revision: Type.Optional(Revision) };
const Note = Type.Optional(Type.String({ maxLength: 500 }));
const ListQuery = Type.Object({
  ...SearchQuery,
  state: Type.Optional(Type.Enum([...MANUSCRIPT_STATES])),
  locale: Type.Optional(LocaleWord),
  section: Type.Optional(Numbered),
  owner: Type.Optional(Uuid),
});
const VersionsQuery = Type.Object(PageQuery);

const tags = ['knowledge'];
const reading = { access: 'agent' } as const;
/** A draft saves itself while somebody types. */
const writing = { access: 'agent', rateLimit: { max: 240, timeWindow: '1 minute' } } as const;
const list = '/api/v1/kb/articles';
const one = `${list}/:number/:locale`;

/** Articles as agents write them: drafts, reviews, publication, versions. */
export function manuscriptRoutes(app: FastifyInstance, services: Services): void {
  writingRoutes(app, services);
  editingRoutes(app, services);
  publishingRoutes(app, services);
  versionRoutes(app, services);
}

const contextOf = (services: Services, request: FastifyRequest) =>
  contextFor(services, requireAgent(request));

function writingRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(list, { schema: { tags, querystring: ListQuery }, config: reading }, async (request) =>
    listManuscripts(contextOf(services, request), request.query),
  );
  typed.post(
    list,
    {
      schema: { tags, body: strictObject({ locale: LocaleWord, source, ...text }) },
      config: writing,
      bodyLimit: BODY_LIMIT,
    },
    async (request, reply) =>
      reply.status(201).send(await createArticle(contextOf(services, request), request.body)),
  );
  typed.post(
    `${list}/from-ticket`,
    { schema: { tags, body: TicketBody }, config: writing },
    async (request, reply) =>
      reply.status(201).send(await createFromTicket(contextOf(services, request), request.body)),
  );
  typed.get(one, { schema: { tags, params: ByKey }, config: reading }, async (request) =>
    readManuscript(contextOf(services, request), request.params),
  );
  typed.put(
    `${one}/draft`,
    {
      schema: { tags, params: ByKey, body: strictObject({ revision: Revision, ...text }) },
      config: writing,
      bodyLimit: BODY_LIMIT,
    },
    async (request) => {
      const { revision, ...given } = request.body;
      return saveDraft(contextOf(services, request), { ...request.params, revision, text: given });
    },
  );
  typed.delete(
    `${one}/draft`,
    { schema: { tags, params: ByKey, querystring: Type.Object(seen) }, config: writing },
    async (request, reply) => {
      await discardDraft(contextOf(services, request), { ...request.params, ...request.query });
      return reply.status(204).send();
    },
  );
}

function editingRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const open = { schema: { tags, params: ByKey }, config: writing };
  const announced = { schema: { ...open.schema, body: strictObject({}) }, config: writing };
  typed.put(`${one}/editing`, announced, async (request) =>
    announceEditing(contextOf(services, request), request.params),
  );
  typed.delete(`${one}/editing`, open, async (request, reply) => {
    await endEditing(contextOf(services, request), request.params);
    return reply.status(204).send();
  });
}

function publishingRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const asked = { schema: { tags, params: ByKey, body: strictObject(seen) }, config: writing };
  const undone = { schema: { tags, params: ByKey, querystring: Type.Object(seen) }, config: writing };
  typed.post(`${one}/review`, asked, async (request, reply) => {
    const input = { ...request.params, ...request.body, asked: true };
    await reviewDraft(contextOf(services, request), input);
    return reply.status(204).send();
  });
  typed.delete(`${one}/review`, undone, async (request, reply) => {
    const input = { ...request.params, ...request.query, asked: false };
    await reviewDraft(contextOf(services, request), input);
    return reply.status(204).send();
  });
  const body = strictObject({
    ...seen,
    note: Note,
    baseVersion: Type.Optional(Version),
    at: Type.Optional(Type.String({ format: 'date-time', maxLength: 40 })),
  });
  typed.post(
    `${one}/publish`,
    { schema: { tags, params: ByKey, body }, config: writing },
    async (request) => {
      const { at, ...given } = request.body;
      const input = { ...request.params, ...given };
      const ctx = contextOf(services, request);
      if (at !== undefined)
        return { version: null, url: null, ...(await scheduleDraft(ctx, { ...input, at })) };
      const published = { ...(await publishDraft(ctx, input)), publishAt: null };
      await services.articles.refresh();
      return published;
    },
  );
  typed.delete(`${one}/publish`, undone, async (request, reply) => {
    await unscheduleDraft(contextOf(services, request), { ...request.params, ...request.query });
    return reply.status(204).send();
  });
  const plain = { schema: { tags, params: ByKey, body: strictObject({}) }, config: writing };
  typed.post(`${one}/unpublish`, plain, async (request, reply) => {
    await unpublishArticle(contextOf(services, request), request.params);
    await services.articles.refresh();
    return reply.status(204).send();
  });
}

function versionRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    `${one}/versions`,
    { schema: { tags, params: ByKey, querystring: VersionsQuery }, config: reading },
    async (request) => listVersions(contextOf(services, request), { ...request.params, ...request.query }),
  );
  typed.get(
    `${one}/versions/:version`,
    { schema: { tags, params: ByVersion }, config: reading },
    async (request) => readVersion(contextOf(services, request), request.params),
  );
  typed.post(
    `${one}/versions/:version/restore`,
    { schema: { tags, params: ByVersion, body: strictObject({ revision: Revision }) }, config: writing },
    async (request) => restoreVersion(contextOf(services, request), { ...request.params, ...request.body }),
  );
}
