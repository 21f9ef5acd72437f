import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listChecks } from '../article-checks/list-checks';
import type { Context } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { OutsideRules } from '../outside/open-address';
import { changeSetting } from '../settings/change-setting';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeRequester } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { checkOutsideLinks } from './check-outside-links';
import { recheckLinks } from './recheck-links';

const HOUR_MS = 3_600_000;
let cloned: TestDatabase;
let server: ArticleServer;
let anna: Context;
let site: Server;
/** What the site was asked, in order, and what it answers by path; 200 unless said. */
const asked: string[] = [];
const agents = new Set<string | undefined>();
const answers = new Map<string, number>();
let mostAtOnce = 0;

/** Names under `.test` are this machine; here it stands for the internet. */
const rules: OutsideRules = {
  isAllowed: (ip) => ip === '127.0.0.1',
  resolve: (host, _options, done) =>
    host === 'inside.test'
      ? done(null, [{ address: '10.0.0.1', family: 4 }])
      : done(null, [{ address: '127.0.0.1', family: 4 }]),
};
const turn = () =>
  checkOutsideLinks(server.services, { signal: new AbortController().signal, pauseMs: 0, rules });

beforeAll(async () => {
  let atOnce = 0;
  site = createServer((request, response) => {
    const { host = '', 'user-agent': agent } = request.headers;
    asked.push(`${request.method} ${host.split(':')[0]}${request.url}`);
    agents.add(agent);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    const known = answers.get(request.url ?? '') ?? 200;
    const status = known === 405 && request.method === 'GET' ? 200 : known;
    setImmediate(() => {
      atOnce--;
      if (status === 302) response.writeHead(302, { location: 'http://inside.test/secret' });
      else response.writeHead(status);
      // A body without an end, which nobody is to wait for.
      if (request.method === 'GET') response.write('x'.repeat(1_000));
      else response.end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => site.once('listening', done));
  cloned = await cloneTestDatabase();
  server = await serveArticles(cloned.appUrl);
  anna = as(server.services, await makeAgent(server.services));
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await server.close();
  await cloned.drop();
});
beforeEach(() => {
  asked.length = 0;
  agents.clear();
  mostAtOnce = 0;
});

const at = (host: string, path: string) =>
  `http://${host}.test:${(site.address() as AddressInfo).port}${path}`;
const write = (number: number, body: string) =>
  server.publish({
    [`ru/${number}.md`]: `---\nnumber: ${number}\ntitle: Статья ${number}\nsection: Раздел\nupdated: 2026-11-01\n---\n${body}`,
  });
const problems = async () =>
  (await listChecks(anna, { kind: 'links', limit: 100 })).results.flatMap((row) => row.problems);
const set = async (value: string) => {
  await changeSetting(as(server.services, SYSTEM), { key: 'kb.outside_links', value });
  server.services.clock.now += 60_000;
};

describe('other sites', () => {
  it('are asked nothing until an admin wants it', async () => {
    await write(1, `[a](${at('one', '/here')})`);
    expect(await turn()).toBe(0);
    expect(await recheckLinks(anna)).toEqual({ on: false, addresses: 0, waiting: 0, checkedAt: null });
    expect(asked).toEqual([]);
  });

  it('are asked politely: by who we are, without the body, and GET only where HEAD has failed', async () => {
    await set('on');
    answers.set('/gone', 404).set('/no-head', 405);
    await write(
      1,
      `[a](${at('one', '/here#part')}) [b](${at('one', '/gone')}) ![c](${at('one', '/no-head')}) [own](${server.services.environment.publicUrl}/x) [mail](mailto:a@b.example)`,
    );
    expect((await listChecks(anna, { kind: 'links', limit: 1 })).outside).toMatchObject({ on: true });
    expect(await turn()).toBe(3);
    expect(asked.toSorted()).toEqual([
      'GET one.test/gone',
      'GET one.test/no-head',
      'HEAD one.test/gone',
      'HEAD one.test/here',
      'HEAD one.test/no-head',
    ]);
    expect(mostAtOnce).toBe(1);
    expect([...agents]).toEqual([`Beseda link check (+${server.services.environment.publicUrl}/help)`]);
    const checkedAt = new Date(server.services.now()).toISOString();
    expect(await problems()).toEqual([{ kind: 'gone', address: at('one', '/gone'), status: 404, checkedAt }]);
    const { outside } = await listChecks(anna, { kind: 'links', limit: 1 });
    expect(outside).toEqual({ on: true, addresses: 3, waiting: 0, checkedAt });
    expect(await turn()).toBe(0);
  });

  it('are not told to be down for one moment', async () => {
    answers.set('/down', 503);
    await write(1, `[a](${at('one', '/down')})`);
    await turn();
    expect(await problems()).toEqual([]);
    server.services.clock.now += HOUR_MS;
    await turn();
    expect(await problems()).toMatchObject([{ kind: 'failing', status: 503 }]);
    answers.delete('/down');
    server.services.clock.now += 24 * HOUR_MS;
    await turn();
    expect(await problems()).toEqual([]);
  });

  it('of the own network are never asked, nor where a redirect leads to one', async () => {
    answers.set('/inward', 302);
    await write(1, `[a](http://inside.test/) [b](http://10.0.0.1/x) [c](${at('one', '/inward')})`);
    await turn();
    expect(asked).toEqual(['HEAD one.test/inward']);
    expect((await problems()).map(({ kind, address }) => [kind, address])).toEqual([
      ['closed', 'http://inside.test/'],
      ['closed', 'http://10.0.0.1/x'],
      ['closed', at('one', '/inward')],
    ]);
  });

  it('get few requests in a turn, and the rest of them later', async () => {
    const paths = Array.from({ length: 7 }, (_, index) => at('one', `/many-${index}`));
    const hosts = Array.from({ length: 6 }, (_, index) => at(`host-${index}`, '/'));
    await write(1, [...paths, ...hosts].map((address) => `[x](${address})`).join(' '));
    expect(await turn()).toBeLessThanOrEqual(4 * 5);
    expect(mostAtOnce).toBeLessThanOrEqual(4);
    const perHost = asked.filter((line) => line.includes(' one.test/')).length;
    expect(perHost).toBeLessThanOrEqual(5);
    while ((await turn()) > 0);
    expect(asked.length).toBe(paths.length + hosts.length);
  });

  it('are asked by one node at a time', async () => {
    await write(
      1,
      Array.from({ length: 4 }, (_, index) => `[x](${at('one', `/shared-${index}`)})`).join(' '),
    );
    const [first, second] = await Promise.all([turn(), turn()]);
    expect([first, second].toSorted((a, b) => a - b)).toEqual([0, 4]);
    expect(mostAtOnce).toBe(1);
  });

  it('are asked again when an agent wants it, though not every moment', async () => {
    await write(1, `[a](${at('one', '/again')})`);
    await turn();
    expect(await recheckLinks(anna)).toMatchObject({ addresses: 1, waiting: 0 });
    server.services.clock.now += 60_000;
    expect(await recheckLinks(anna)).toMatchObject({ addresses: 1, waiting: 1 });
    expect(await turn()).toBe(1);
    const olga = as(server.services, await makeRequester(server.services));
    await expect(recheckLinks(olga)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are let go when the server stops, and asked after the next start', async () => {
    await write(1, `[a](${at('one', '/late-1')}) [b](${at('one', '/late-2')})`);
    const stopping = new AbortController();
    const going = checkOutsideLinks(server.services, { signal: stopping.signal, pauseMs: 3_600_000, rules });
    await expect.poll(() => asked.length).toBe(1);
    stopping.abort();
    expect(await going).toBeLessThanOrEqual(1);
    while ((await turn()) > 0);
    expect(asked).toContain('HEAD one.test/late-2');
  });
});
