import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launcherTexts } from '@beseda/shared/domain/app-theme';
import { launcherSheet } from '@beseda/shared/domain/launcher-sheet';
import { LOCALES } from '@beseda/shared/domain/words';
import type { PanelBoot, RenderBundle } from '@beseda/shared/protocol/render';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { AppDirectory, AppRecord } from '../apps/find-app';
import { findRoot } from '../config/find-root';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { type EncodedText, encodeFor } from '../http/encode-for';
import { readBuiltFile, sendBuiltFile } from '../http/serve-precompressed';
import { appDisabled } from '../sessions/find-actor';
import { readTypeRules } from '../settings/read-type-rules';

const Query = Type.Object({
  app: Type.String({ minLength: 1, maxLength: 100 }),
  locale: Type.Optional(Type.Enum([...LOCALES])),
});
const MOST_KEPT = 500;
const DISABLED = '/* This app is disabled: see the settings of Beseda. */';
const schema = { hide: true };

interface Loader extends EncodedText {
  tag: string;
}

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
    return sendLoader(request, reply, await makeLoader(request, record));
  });

  typed.get('/panel', { schema: { ...schema, querystring: Query }, config }, async (request, reply) => {
    const record = await findApp(directory, request.query.app);
    if (record.disabled) throw appDisabled();
    countStranger(services, directory, request, record);
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

/** The loader of an app, encoded once for all who take the same encoding. A disabled app gets a script that does nothing. */
function loaderMaker(services: Services, loader: string) {
  const kept = new Map<string, Promise<Loader>>();
  return (request: FastifyRequest, record: AppRecord): Promise<Loader> => {
    const { position, ownButton } = record.theme;
    const boot = {
      key: record.key,
      origin: services.environment.publicUrl,
      position,
      css: launcherSheet(record.theme),
      text: launcherTexts(record.theme),
      ...(ownButton && { hidden: true }),
    };
    const written = writeLiteral(boot);
    const script = record.disabled ? DISABLED : loader.replace('"__BESEDA_APP__"', () => written);
    const key = `${request.headers['accept-encoding'] ?? ''}\n${record.disabled ? '' : written}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = encodeFor(request, script, 'small').then((encoded) => ({ ...encoded, tag: tagOf(script) }));
    kept.set(key, made);
    return made;
  };
}

/** As a script writes it, without the quotes that only JSON needs. */
function writeLiteral(value: object): string {
  const fields = Object.entries(value).map(([name, field]) => `${name}:${JSON.stringify(field)}`);
  return `{${fields.join()}}`.replaceAll('<', '\\u003c');
}

/** One tag for all encodings of the same script: it says that they mean the same, not that they are. */
const tagOf = (script: string): string =>
  `W/"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;

/** Asked for again on every page, so that a change, and the chunks of a new release, are met at once; mostly it is a 304. */
function sendLoader(request: FastifyRequest, reply: FastifyReply, loader: Loader): FastifyReply {
  void reply.header('cache-control', 'public, no-cache').header('etag', loader.tag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  if (known.includes(loader.tag) || known.includes('*')) {
    return reply.header('vary', 'Accept-Encoding').status(304).send();
  }
  return sendEncoded(reply.type('text/javascript; charset=utf-8'), loader);
}

/** A page that may not show the panel loads it in vain: all that tells of it is what the browser says of the page. */
function countStranger(
  services: Services,
  directory: AppDirectory,
  { headers }: FastifyRequest,
  { id, origins }: AppRecord,
): void {
  const { referer, 'sec-fetch-dest': dest } = headers;
  if (dest !== 'iframe' || referer === undefined || !URL.canParse(referer)) return;
  const { origin } = new URL(referer);
  const own = new URL(services.environment.publicUrl).origin;
  if (origin !== own && !origins.includes(origin)) directory.refused.count(id, origin);
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
    theme: { accent: record.theme.accent },
    locale,
    ...(await readTypeRules(services.settings)),
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
    "media-src 'self'",
    `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${record.origins.join(' ')}`,
  ].join('; ');
}
