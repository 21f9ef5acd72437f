import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importArticles } from '../articles/import-articles';
import { loadArticles } from '../articles/load-articles';
import { SYSTEM } from '../db/actor';
import { createFileStore } from '../files/create-file-store';
import { importHelpCentre } from '../help-centres/import-help-centre';
import { readHelpCentre } from '../help-centres/read-help-centre';
import { takeImages } from '../help-centres/take-images';
import type { OutsideRules } from '../outside/open-address';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent, makeServices, type TestServices } from '../testing/make-services';
import { type FetchBounds, fetchPictures } from './fetch-pictures';
import { takePictures } from './take-pictures';

/** Here the own machine is what the internet is otherwise, but for one name. */
const rules: OutsideRules = {
  isAllowed: (ip) => ip === '127.0.0.1',
  resolve: (host, _options, done) =>
    done(null, [{ address: host === 'inside.test' ? '10.0.0.1' : '127.0.0.1', family: 4 }]),
};
const BOUNDS: FetchBounds = { time: 60_000, bytes: 1_000_000, count: 100 };

let folder: string;
let clone: TestDatabase;
let services: TestServices;
let server: Server;
let site: string;
let asked: string[];
let png: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-pictures-'));
  png = await sharp({ create: { width: 5, height: 5, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path.startsWith('/page')) response.setHeader('content-type', 'text/html').end('<p>');
    else if (path.startsWith('/inside'))
      response.writeHead(302, { location: 'http://inside.test/a.png' }).end();
    else if (path.startsWith('/slow')) return;
    else if (path.startsWith('/gone')) response.writeHead(404).end();
    else if (path.startsWith('/cut')) {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '1000' });
      response.write(png.subarray(0, 20), () => response.destroy());
    } else response.setHeader('content-type', 'image/png').end(png);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  site = `http://pictures.test:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  asked = [];
  clone = await cloneTestDatabase();
  services = makeServices(clone.appUrl, {
    files: createFileStore({ dataDir: join(folder, clone.appUrl.slice(-12)) }),
  });
  return async () => {
    await services.database.close();
    await clone.drop();
  };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const fetch = (paths: string[], bounds: Partial<FetchBounds> | null = {}) =>
  fetchPictures(
    services,
    paths.map((path) => (path.startsWith('http') ? path : site + path)),
    { bounds: bounds && { ...BOUNDS, ...bounds }, rules },
  );
const countFiles = () =>
  services.database.inTransaction(SYSTEM, async ({ sql }) => (await sql`select 1 from article_files`).length);

describe('pictures of other sites', () => {
  it('become files here, each address once', async () => {
    const { urls, refused } = await fetch(['/a%20b.png', '/a%20b.png', '/same.png']);
    expect([...refused]).toEqual([]);
    expect([...urls.keys()]).toEqual([`${site}/a%20b.png`, `${site}/same.png`]);
    expect(new Set(urls.values()).size).toBe(1);
    expect([...urls.values()][0]).toMatch(/^\/help\/files\/[\da-f-]+\/a%20b\.png$/);
    expect([asked, await countFiles()]).toEqual([['/a%20b.png', '/same.png'], 1]);
    expect((await fetch(['/same.png'], null)).urls.size).toBe(1);
    await fetch(['/same.png']);
    expect(asked).toHaveLength(2);
  });

  it('are left where they are and named, when they cannot be had', async () => {
    const names = ['/page', '/gone', '/inside', '/cut', 'http://10.1.2.3/a.png', 'http://[::1]/a.png'];
    const { urls, refused } = await fetch(names);
    expect([...urls]).toEqual([]);
    expect([...refused.values()]).toEqual([
      'it is no picture',
      'the server answers 404',
      'the address is not of the open internet',
      'its server has failed several times',
      'the address is not of the open internet',
      'the address is not of the open internet',
    ]);
    expect((await fetch(['/cut'])).refused.get(`${site}/cut`)).toBe('the server does not answer');
    expect(await countFiles()).toBe(0);
  });

  it('are fetched as far as count and bytes reach', async () => {
    const few = await fetch(['/1.png', '/2.png', '/3.png'], { count: 2 });
    expect([few.urls.size, [...few.refused.values()]]).toEqual([
      2,
      ['there was no room or time left for it'],
    ]);
    const small = await fetch(['/4.png', '/5.png'], { bytes: png.length + 1 });
    expect([small.urls.size, [...small.refused.values()]]).toEqual([
      1,
      ['there was no room or time left for it'],
    ]);
  });

  it('are fetched no more when the time is over', async () => {
    const { refused } = await fetch(['/slow', '/1.png'], { time: 50 });
    expect([...refused.values()]).toEqual(Array(2).fill('there was no room or time left for it'));
    expect(asked).not.toContain('/1.png');
  });
});

it('that an agent has pasted are taken; who is none takes nothing', async () => {
  const addresses = [`${site}/a.png`, `${site}/gone`];
  const taken = await takePictures(as(services, await makeAgent(services)), addresses, rules);
  expect(taken).toEqual([
    { address: addresses[0], url: expect.stringMatching(/^\/help\/files\//) as string, reason: null },
    { address: addresses[1], url: null, reason: 'the server answers 404' },
  ]);
  await expect(takePictures(as(services, SYSTEM), addresses, rules)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

describe('an import', () => {
  it('of a folder has its pictures here, and again without asking for them', async () => {
    const from = join(folder, 'kb');
    await mkdir(from, { recursive: true });
    const text = `![A](${site}/a.png "A") [A](${site}/a.png)\n\n\`\`\`\n![A](${site}/code.png)\n\`\`\`\n![G](${site}/gone)`;
    await writeFile(join(from, 'a.md'), `---\ntitle: A\n---\n${text}\n`);
    const load = (bounds: FetchBounds | null) =>
      importArticles(services, from, { fetch: (all) => fetchPictures(services, all, { bounds, rules }) });
    const first = await load(BOUNDS);
    expect(first.missing.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      `a.md: ${site}/gone: the server answers 404`,
    ]);
    const [article] = (await services.database.inTransaction(SYSTEM, loadArticles)).articles;
    expect(article?.body.match(/\]\(\/help\/files\//g)).toHaveLength(2);
    expect(article?.body).toContain(`(${site}/code.png)`);
    expect(await load(null)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(asked).toEqual(['/a.png', '/gone']);
  });

  it('of another help centre, too', async () => {
    const html_url = 'https://x.zendesk.com/hc/en-us/articles/5-A';
    const body = `<p><img alt="a" src="${site}/a.png?x=1&amp;y=2"><iframe src="${site}/page"></iframe></p>`;
    const article = { id: 5, title: 'A', body, locale: 'en-us', draft: false, html_url };
    const base = readHelpCentre('zendesk', [{ file: 'a.json', json: { articles: [article] } }]);
    const load = async (bounds: FetchBounds | null) => {
      const { images } = await takeImages(services, base, [], { bounds, rules, dryRun: false });
      return importHelpCentre(services, { source: 'zendesk', base, images });
    };
    await load(BOUNDS);
    const [stored] = (await services.database.inTransaction(SYSTEM, loadArticles)).articles;
    expect(stored?.body).toMatch(/^!\[a\]\(\/help\/files\//);
    expect((await load(null)).rows).toMatchObject([{ outcome: 'unchanged' }]);
    expect(asked).toEqual(['/a.png?x=1&y=2']);
  });
});
