import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type OutsideRules, openAddress } from './open-address';

const NAMES: Record<string, string[]> = {
  'open.test': ['127.0.0.1'],
  'inside.test': ['10.0.0.1'],
  'mixed.test': ['127.0.0.1', '10.0.0.1'],
};
/** Here the own machine is what the internet is otherwise. */
const rules: OutsideRules = {
  isAllowed: (ip) => ip === '127.0.0.1',
  resolve(host, _options, done) {
    const found = NAMES[host];
    if (found)
      done(
        null,
        found.map((address) => ({ address, family: 4 })),
      );
    else done(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []);
  },
};
const servers: Server[] = [];
const asked: string[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://open.test:${(server.address() as AddressInfo).port}`;
}

const open = (address: string, more: { timeoutMs?: number; redirects?: number } = {}) =>
  openAddress(address, { timeoutMs: 60_000, ...more }, rules);

afterEach(() => {
  asked.length = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('an address of the internet', () => {
  it('is read, with where redirects have led', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '../new' }).end();
      else response.end('here');
    });
    const answer = await open(`${url}/old`);
    expect(answer).toMatchObject({ status: 200, address: `${url}/new` });
    expect(typeof answer === 'string' ? '' : await text(answer.body)).toBe('here');
    expect(asked).toEqual(['GET open.test/old', 'GET open.test/new']);
  });

  it('says what it answered, be it an error', async () => {
    const url = await serve((_request, response) => response.writeHead(404).end());
    expect(await open(url)).toMatchObject({ status: 404 });
  });
});

describe('an address inside', () => {
  it.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://0x7f.1/',
    'http://inside.test/',
    'http://169.254.169.254/latest/meta-data',
  ])('%s is refused', async (address) => {
    const strict = { ...rules, isAllowed: () => false };
    expect(await openAddress(address, { timeoutMs: 60_000 }, strict)).toBe('not_public');
  });

  it('is refused where a name stands for one among others', async () => {
    const port = new URL(await serve((_request, response) => response.end())).port;
    expect(await open(`http://mixed.test:${port}/`)).toBe('not_public');
    expect(asked).toEqual([]);
  });

  it.each(['http://inside.test/', 'http://10.0.0.1/', '//inside.test/x', 'file:///etc/passwd'])(
    'is refused where a redirect leads to %s',
    async (location) => {
      const url = await serve((_request, response) => response.writeHead(302, { location }).end());
      expect(['not_public', 'bad_address']).toContain(await open(url));
      expect(asked).toHaveLength(1);
    },
  );

  it('is refused by the rules for everybody', async () => {
    const url = await serve((_request, response) => response.end());
    const literal = url.replace('open.test', '127.0.0.1');
    expect(await openAddress(literal, { timeoutMs: 60_000 })).toBe('not_public');
    expect(await openAddress(url.replace('open.test', 'localhost'), { timeoutMs: 60_000 })).toBe(
      'not_public',
    );
    expect(asked).toEqual([]);
  });
});

describe('no answer', () => {
  it.each(['ftp://open.test/', 'data:text/plain,x', 'nonsense', 'http://me:secret@open.test/'])(
    'from %s, which is no address for it',
    async (address) => expect(await open(address)).toBe('bad_address'),
  );

  it('from what leads round in circles', async () => {
    const url = await serve((_request, response) => response.writeHead(301, { location: '/' }).end());
    expect(await open(url, { redirects: 2 })).toBe('too_many_redirects');
    expect(asked).toHaveLength(3);
  });

  it('from an unknown name', async () => expect(await open('http://nowhere.test/')).toBe('unreached'));

  it('in time, and a body that does not end is given up', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/slow') response.write('begun');
    });
    expect(await open(url, { timeoutMs: 50 })).toBe('timeout');
    const answer = await open(`${url}/slow`, { timeoutMs: 500 });
    if (typeof answer === 'string') expect(answer).toBe('timeout');
    else await expect(text(answer.body)).rejects.toThrow(/abort/i);
  });
});
