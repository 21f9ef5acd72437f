import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepFiles } from '../article-files/keep-files';
import { importArticles } from '../articles/import-articles';
import { findRoot } from '../config/find-root';
import { createFileStore } from '../files/create-file-store';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { as, makeAgent } from '../testing/make-services';
import { type ArticleServer, serveArticles } from '../testing/serve-articles';
import { listChecks } from './list-checks';

let cloned: TestDatabase;
let server: ArticleServer;
let dataDir: string;

beforeAll(async () => {
  cloned = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-starter-'));
  server = await serveArticles(cloned.appUrl, { files: createFileStore({ dataDir }) });
});
afterAll(async () => {
  await server.close();
  await cloned.drop();
  await rm(dataDir, { recursive: true });
});

it('the starter knowledge base has nothing that its own checks would find', async () => {
  const { services } = server;
  const report = await importArticles(services, join(findRoot(), 'server/starter-kb'), {
    strict: true,
    keep: (paths) => keepFiles(services, paths),
  });
  expect([report.bad, report.missing]).toEqual([[], []]);
  await services.articles.refresh();
  const anna = as(services, await makeAgent(services));
  for (const kind of ['links', 'pictures', 'behind'] as const)
    expect((await listChecks(anna, { kind, limit: 100 })).results, kind).toEqual([]);
  const pictures = services.articles.list(null, 'ru').filter(({ body }) => body.includes('/help/files/'));
  expect(pictures.map(({ number }) => number)).toEqual([101, 105, 110]);
});
