import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RenderBundle } from '@beseda/shared/protocol/render';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { createAppDirectory } from '../apps/find-app';
import { createArticleShelf } from '../articles/article-shelf';
import { type ImportReport, importArticles } from '../articles/import-articles';
import type { Services } from '../context/context';
import { answerErrors } from '../http/answer-errors';
import { authenticate } from '../http/authenticate';
import { articleFileRoutes } from '../routes/article-file-routes';
import { articleRoutes } from '../routes/article-routes';
import { articleTransferRoutes } from '../routes/article-transfer-routes';
import { fileRoutes } from '../routes/file-routes';
import { findMoved } from '../routes/find-moved';
import { helpRoutes } from '../routes/help-routes';
import { portalRoutes } from '../routes/portal-routes';
import { snippetRoutes } from '../routes/snippet-routes';
import { makeServices, type TestServices } from './make-services';

export interface ArticleServer {
  services: TestServices;
  app: FastifyInstance;
  /** Imports files given by path and takes them over. */
  publish(files: Record<string, string>): Promise<ImportReport>;
  close(): Promise<void>;
}

/** The page as data, so that a test of the server reads what it gave to the views. */
const renderAsData: RenderBundle['renderPage'] = (frame, data, { nonce }) =>
  `<style nonce="${nonce}"></style><script type="application/json">${JSON.stringify({ frame, data })}</script>`;

/** The knowledge base's routes on a cloned database, with its shelf and the real sign-in. */
export async function serveArticles(
  appUrl: string,
  parts: Partial<Services> = {},
  renderPage: RenderBundle['renderPage'] = renderAsData,
): Promise<ArticleServer> {
  const base = makeServices(appUrl, parts);
  const articles = createArticleShelf(base.database, base);
  const services = { ...base, articles };
  const directory = createAppDirectory(base.database, base.now);
  const app = Fastify();
  await app.register(cookie);
  answerErrors(app, (request) => findMoved(services, request));
  authenticate(app, services);
  await app.register(async (scope) => articleRoutes(scope, services));
  await app.register(async (scope) => {
    await fileRoutes(scope, services);
    articleFileRoutes(scope, services);
    articleTransferRoutes(scope, services);
    snippetRoutes(scope, services);
  });
  portalRoutes(app, services);
  await app.register(async (scope) => helpRoutes(scope, services, { directory, renderPage }));
  await articles.refresh();
  return {
    services,
    app,
    publish: async (files) => {
      const report = await importFiles(services, files);
      await articles.refresh();
      return report;
    },
    close: async () => {
      articles.stop();
      await app.close();
      await base.database.close();
    },
  };
}

/** Imports files given by path, without telling the shelf. */
export async function importFiles(
  services: TestServices,
  files: Record<string, string>,
): Promise<ImportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'beseda-kb-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await importArticles(services, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
