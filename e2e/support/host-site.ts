import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { App, Server } from './server-process';
import { PEOPLE, signToken } from './sign-token';

const PAGES = fileURLToPath(new URL('../host-pages/', import.meta.url));
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

/** The policies that product teams may have; everything else of theirs stays forbidden. */
const policies = (server: string): Record<string, string> => ({
  'strict.html': [
    "default-src 'none'",
    `script-src 'self' ${server}`,
    `connect-src 'self' ${server}`,
    `frame-src ${server}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
  ].join('; '),
  'nonce.html': [
    "default-src 'none'",
    "script-src 'nonce-r4nd0m' 'strict-dynamic'",
    `connect-src 'self' ${server}`,
    `frame-src ${server}`,
    "require-trusted-types-for 'script'",
    'trusted-types beseda',
  ].join('; '),
});

/** Sites of product teams on an origin (and a site) of their own; the app is added as an operator would add it. */
export interface HostSite {
  readonly origin: string;
  readonly app: App;
  close(): Promise<void>;
}

/** Serves `e2e/host-pages` (`?app=` for another app), the built npm entry, and `/token?as=` with a token for one of PEOPLE. */
export async function startHostSite(server: Server): Promise<HostSite> {
  let app: App | null = null;
  const http = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = async () => {
      if (!app) throw new Error('No app yet.');
      if (pathname === '/token') {
        const person = Object.entries(PEOPLE).find(([key]) => key === searchParams.get('as'))?.[1];
        return person ? signToken(app, person) : Promise.reject(new Error('Nobody.'));
      }
      const name = pathname.slice(1);
      const type = TYPES[name.split('.').at(-1) ?? ''];
      if (!type) throw new Error('No such page.');
      const text = await readFile(name === 'beseda.js' ? NPM_ENTRY : PAGES + name, 'utf8');
      response.setHeader('content-type', `${type}; charset=utf-8`);
      const policy = policies(server.url)[name];
      if (policy) response.setHeader('content-security-policy', policy);
      return text.replaceAll('%SERVER%', server.url).replaceAll('%APP%', searchParams.get('app') ?? app.key);
    };
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    answer().then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  http.listen(0, 'localhost');
  await once(http, 'listening');
  const address = http.address();
  if (!address || typeof address === 'string') throw new Error('The host site has no port.');
  const origin = `http://localhost:${address.port}`;
  const added = await server.addApp('Host site', origin);
  app = added;
  return {
    origin,
    app: added,
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

const NPM_ENTRY = fileURLToPath(new URL('../../widget/dist/npm/index.js', import.meta.url));
