import { LOCALES } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { previewArticle } from '../articles/preview-article';
import { contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { deleteSnippet } from '../snippets/delete-snippet';
import { listSnippets, readSnippet } from '../snippets/list-snippets';
import { createSnippet, updateSnippet } from '../snippets/save-snippet';
import { ById, strictObject } from './admin-shapes';

const LocaleWord = Type.Enum([...LOCALES]);
const Title = Type.String({ minLength: 1, maxLength: 200 });
const Body = Type.String({ minLength: 1, maxLength: 20_000 });
const NewSnippet = strictObject({
  key: Type.Optional(Type.String({ pattern: '^[a-z\\d]+(-[a-z\\d]+)*$', maxLength: 80 })),
  locale: LocaleWord,
  title: Title,
  body: Body,
});
const Patch = strictObject({ title: Type.Optional(Title), body: Type.Optional(Body) });
const ListQuery = Type.Object({ locale: Type.Optional(LocaleWord) });
const Preview = strictObject({
  locale: LocaleWord,
  title: Type.Optional(Type.String({ maxLength: 200 })),
  body: Type.String({ maxLength: 1_000_000 }),
});

const base = '/api/v1/kb/snippets';
const tags = ['knowledge'];
const reading = { access: 'agent' } as const;
const writing = { access: 'agent', rateLimit: { max: 120, timeWindow: '1 minute' } } as const;
/** Asked for as one types. */
const typing = { access: 'agent', rateLimit: { max: 600, timeWindow: '1 minute' } } as const;
const PREVIEW_LIMIT = 2 * 1024 * 1024;

/** What agents write with: pieces of text that many articles share, and how a text will look. */
export function snippetRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const contextOf = (request: FastifyRequest) => contextFor(services, requireAgent(request));
  typed.post(
    '/api/v1/kb/preview',
    { schema: { tags, body: Preview }, config: typing, bodyLimit: PREVIEW_LIMIT },
    async (request) => previewArticle(contextOf(request), request.body),
  );
  typed.get(base, { schema: { tags, querystring: ListQuery }, config: reading }, async (request) => ({
    results: await listSnippets(contextOf(request), request.query),
    next: null,
  }));
  typed.post(base, { schema: { tags, body: NewSnippet }, config: writing }, async (request, reply) =>
    reply.status(201).send(await createSnippet(contextOf(request), request.body)),
  );
  typed.get(`${base}/:id`, { schema: { tags, params: ById }, config: reading }, async (request) =>
    readSnippet(contextOf(request), request.params.id),
  );
  typed.patch(
    `${base}/:id`,
    { schema: { tags, params: ById, body: Patch }, config: writing },
    async (request) => updateSnippet(contextOf(request), request.params.id, request.body),
  );
  typed.delete(`${base}/:id`, { schema: { tags, params: ById }, config: writing }, async (request, reply) => {
    await deleteSnippet(contextOf(request), request.params.id);
    return reply.status(204).send();
  });
}
