import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import { type Context, contextFor, type Services } from '../context/context';
import { requireAgent } from '../http/authenticate';
import { ById, IMPORT_LIMIT, ImportBody, writing } from './admin-shapes';

/** One kind of object that admins keep: its shapes and its verbs. */
interface Kept<Fresh extends TObject, Patch extends TObject> {
  /** `/api/v1/teams`. */
  base: string;
  tag: string;
  fresh: Fresh;
  patch: Patch;
  /** What it is asked for by; its id unless said. */
  by?: { name: string; params: TObject };
  create(ctx: Context, input: Static<Fresh>): Promise<unknown>;
  read(ctx: Context, id: string): Promise<unknown>;
  update(ctx: Context, id: string, patch: Static<Patch>): Promise<unknown>;
  remove(ctx: Context, id: string): Promise<void>;
  /** From a file, where there is such a thing. */
  importAll?(ctx: Context, input: Static<typeof ImportBody>): Promise<unknown>;
}

/** Who asks, as a verb of admins takes it. */
export function adminContext(services: Services, request: FastifyRequest): Context {
  return contextFor(services, requireAgent(request));
}

/** Makes, reads, changes and deletes what admins keep. Lists are asked for in their own ways. */
export function keepObjects<Fresh extends TObject, Patch extends TObject>(
  app: FastifyInstance,
  services: Services,
  kept: Kept<Fresh, Patch>,
): void {
  const { base, fresh, patch, importAll, by = { name: 'id', params: ById } } = kept;
  const tags = [kept.tag];
  const one = `${base}/:${by.name}`;
  const ctx = (request: FastifyRequest) => adminContext(services, request);
  const idOf = ({ params }: FastifyRequest) => (params as Record<string, string>)[by.name] ?? '';
  app.post(base, { schema: { tags, body: fresh }, config: writing }, async (request, reply) =>
    reply.status(201).send(await kept.create(ctx(request), request.body as Static<Fresh>)),
  );
  if (importAll) {
    const options = { schema: { tags, body: ImportBody }, config: writing, bodyLimit: IMPORT_LIMIT };
    app.post(`${base}/import`, options, async (request) =>
      importAll(ctx(request), request.body as Static<typeof ImportBody>),
    );
  }
  app.get(one, { schema: { tags, params: by.params }, config: { access: 'admin' } }, async (request) =>
    kept.read(ctx(request), idOf(request)),
  );
  app.patch(one, { schema: { tags, params: by.params, body: patch }, config: writing }, async (request) =>
    kept.update(ctx(request), idOf(request), request.body as Static<Patch>),
  );
  app.delete(one, { schema: { tags, params: by.params }, config: writing }, async (request, reply) => {
    await kept.remove(ctx(request), idOf(request));
    return reply.status(204).send();
  });
}
