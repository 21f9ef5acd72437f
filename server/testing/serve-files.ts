import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { answerErrors } from '../http/answer-errors';
import { authenticate } from '../http/authenticate';
import { fileRoutes } from '../routes/file-routes';
import { uploadRoutes } from '../routes/upload-routes';
import type { TestServices } from './make-services';

export interface FileStage {
  app: FastifyInstance;
  url: string;
  close(): Promise<void>;
}

/** The routes of files alone, listening on a free port of this machine. */
export async function serveFiles(services: TestServices): Promise<FileStage> {
  const app = Fastify();
  await app.register(cookie);
  answerErrors(app);
  authenticate(app, services);
  await app.register(async (scope) => fileRoutes(scope, services));
  await app.register(async (scope) => uploadRoutes(scope, services));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    const closed = app.close();
    // A client that keeps its line open would be waited for.
    app.server.closeAllConnections();
    await closed;
  };
  return { app, url, close };
}
