import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeArticles } from '../bench/make-articles';
import { loadRenderer } from '../start/load-renderer';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';

const ARTICLES = 1_000;
/** Bytes of a page as it is before it is packed, without its images. */
const HEAVIEST = 60 * 1024;
/** Every so many of the pages: they are alike. */
const STEP = 7;

let cloned: TestDatabase;
let server: ArticleServer;
let folder: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'beseda-weight-'));
  await makeArticles(cloned.appUrl, folder, ARTICLES);
  const { renderPage } = await loadRenderer();
  server = await serveArticles(cloned.appUrl, {}, renderPage);
}, 120_000);
afterAll(async () => {
  await server.close();
  await cloned.drop();
  await rm(folder, { recursive: true });
});

async function weigh(path: string): Promise<{ path: string; bytes: number; body: string }> {
  const { body, statusCode } = await server.app.inject({ url: path });
  expect([200, 404], path).toContain(statusCode);
  return { path, bytes: Buffer.byteLength(body), body };
}

it('no page of a thousand articles weighs more than 60 KB, and each is on some sheet of its section', {
  timeout: 120_000,
}, async () => {
  const { body: sitemap } = await server.app.inject({ url: '/sitemap.xml' });
  const all = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname);
  const articles = all.filter((path) => path.includes('/article/'));
  const sections = all.filter((path) => path.includes('/section/'));
  expect(articles).toHaveLength(ARTICLES);

  const listed = new Set<string>();
  const heavy: string[] = [];
  const take = async (path: string) => {
    const { bytes, body } = await weigh(path);
    if (bytes > HEAVIEST) heavy.push(`${path}: ${bytes}`);
    return body;
  };
  for (const section of sections) {
    const first = await take(section);
    const sheets = new Set(
      [...first.matchAll(/\?page=(\d+)"/g)].map(([, number]) => `${section}?page=${number}`),
    );
    for (const body of [first, ...(await Promise.all([...sheets].map(take)))])
      for (const [, path = ''] of body.matchAll(/href="([^"]*\/article\/[^"]*)"/g)) listed.add(path);
  }
  for (const path of ['/help/ru', '/help/en', '/help/ru/nothing-like-this']) await take(path);
  for (const path of articles.filter((_, at) => at % STEP === 0)) await take(path);
  expect(heavy).toEqual([]);
  expect(articles.filter((path) => !listed.has(path))).toEqual([]);
});
