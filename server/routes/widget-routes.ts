import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '@beseda/shared/domain/words';
import type { PanelBoot, RenderBundle } from '@beseda/shared/protocol/render';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DEFAULT_ACCENT } from '../apps/default-accent';
import type { AppDirectory, AppRecord } from '../apps/find-app';
import { findRoot } from '../config/find-root';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { type EncodedText, encodeFor } from '../http/encode-for';
import { readBuiltFile, sendBuiltFile } from '../http/serve-precompressed';

const Query = Type.Object({
  app: Type.String({ minLength: 1, maxLength: 100 }),
  locale: Type.Optional(Type.Enum([...LOCALES])),
});
const MOST_KEPT = 500;
const schema = { hide: true };

/** The loader, the panel's page and the hashed chunks of both. */
export function widgetRoutes(
  app: FastifyInstance,
  services: Services,
  directory: AppDirectory,
  renderPanel: RenderBundle['renderPanel'],
): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const dist = join(findRoot(), 'widget/dist');
  const makeLoader = loaderMaker(services, readFileSync(join(dist, 'widget.js'), 'utf8'));
  const config = { access: 'public', rateLimit: { max: 600, timeWindow: '1 minute' } } as const;

  typed.get('/widget.js', { schema: { ...schema, querystring: Query }, config }, async (request, reply) => {
    const record = await findApp(directory, request.query.app);
    void reply.header('cache-control', 'public, max-age=300').type('text/javascript; charset=utf-8');
    return sendEncoded(reply, await makeLoader(request, record));
  });

  typed.get('/panel', { schema: { ...schema, querystring: Query }, config }, async (request, reply) => {
    const record = await findApp(directory, request.query.app);
    const nonce = randomBytes(16).toString('base64url');
    const html = renderPanel(await bootOf(services, record, request.query.locale ?? 'ru'), { nonce });
    void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
    void reply.header('content-security-policy', panelPolicy(services, record, nonce));
    return sendEncoded(reply, await encodeFor(request, html, 'small'));
  });

  app.get<{ Params: { '*': string } }>('/assets/*', { schema, config }, async (request, reply) => {
    const accepts = request.headers['accept-encoding'];
    const file = await readBuiltFile(join(dist, 'assets'), request.params['*'], accepts);
    if (!file) throw new Refusal('not_found', 'There is no such file.');
    void reply.header('access-control-allow-origin', '*');
    return sendBuiltFile(request, reply, file, 'immutable');
  });
}

/** The loader of an app, encoded once for all who take the same encoding. */
function loaderMaker(services: Services, loader: string) {
  const kept = new Map<string, Promise<EncodedText>>();
  return (request: FastifyRequest, record: AppRecord): Promise<EncodedText> => {
    const boot = {
      key: record.key,
      origin: services.environment.publicUrl,
      accent: record.theme.accent ?? DEFAULT_ACCENT,
      position: record.theme.position ?? 'right',
    };
    const written = JSON.stringify(boot).replaceAll('<', '\\u003c');
    const key = `${request.headers['accept-encoding'] ?? ''}\n${written}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const encoded = encodeFor(
      request,
      loader.replace('"__BESEDA_APP__"', () => written),
      'small',
    );
    kept.set(key, encoded);
    return encoded;
  };
}

function sendEncoded(reply: FastifyReply, { bytes, encoding }: EncodedText): FastifyReply {
  void reply.header('vary', 'Accept-Encoding');
  if (encoding) void reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

async function findApp(directory: AppDirectory, key: string): Promise<AppRecord> {
  const record = await directory.byKey(key);
  if (!record) throw new Refusal('unknown_app', 'There is no app with this key.', { field: 'app' });
  return record;
}

async function bootOf(services: Services, record: AppRecord, locale: 'ru' | 'en'): Promise<PanelBoot> {
  return {
    app: record.key,
    name: await services.settings.get('vendor.name'),
    theme: { accent: record.theme.accent ?? DEFAULT_ACCENT },
    locale,
    supportEmail: `support@${services.environment.mailDomain}`,
    publicUrl: services.environment.publicUrl,
    mailDelay: await services.settings.get('mail.unseen_delay_seconds'),
  };
}

function panelPolicy(services: Services, record: AppRecord, nonce: string): string {
  const socket = services.environment.publicUrl.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${record.origins.join(' ')}`,
  ].join('; ');
}
