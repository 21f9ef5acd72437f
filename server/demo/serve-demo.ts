import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { findRoot } from '../config/find-root';
import { demoPeople, type PersonKey, personKeys } from './people';
import { type SigningApp, signSupportToken } from './sign-support-token';

export interface DemoOptions extends SigningApp {
  /** The folder with `index.html` and `assets`; the checkout's own `server/demo/site` unless given. */
  siteDir?: string;
}

/**
 * The customer's admin UI at `/demo` (every path below it is the same page), its assets, its people
 * and the route its server would have for support tokens. Throws when the site's page cannot be read.
 */
export async function serveDemo(app: FastifyInstance, options: DemoOptions): Promise<void> {
  const siteDir = options.siteDir ?? join(findRoot(), 'server/demo/site');
  const template = await readFile(join(siteDir, 'index.html'), 'utf8');
  const keyed = template.replaceAll('__APP_KEY__', encodeURIComponent(options.appKey));

  await app.register(fastifyStatic, {
    root: join(siteDir, 'assets'),
    prefix: '/demo/assets/',
    decorateReply: false,
    index: false,
  });

  const sendPage = (_request: unknown, reply: FastifyReply) => {
    const nonce = randomBytes(18).toString('base64url');
    return reply
      .header('content-security-policy', policyFor(nonce))
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .type('text/html; charset=utf-8')
      .send(keyed.replaceAll('__NONCE__', nonce));
  };
  app.get('/demo', sendPage);
  app.get('/demo/*', sendPage);

  app.get('/demo/people.json', (_request, reply) => reply.send(demoPeople));

  app.get<{ Querystring: { as?: unknown } }>('/demo/support-token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const key = request.query.as;
    if (!isPersonKey(key)) {
      return reply
        .code(400)
        .send({ code: 'invalid_person', message: `"as" takes one of: ${personKeys.join(', ')}` });
    }
    return reply.type('text/plain; charset=utf-8').send(await signSupportToken(demoPeople[key], options));
  });
}

function isPersonKey(value: unknown): value is PersonKey {
  return personKeys.some((key) => key === value);
}

function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
