import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Services } from '../context/context';
import { makeStorable } from '../context/make-storable';
import { Refusal } from '../context/refusal';
import { findMoved } from '../routes/find-moved';
import { answerErrors, answerUnreadable } from './answer-errors';
import { authenticate, countedBy } from './authenticate';
import { closeAnswers } from './close-answers';
import { describeApi } from './describe-api';
import { type HttpParts, registerRoutes } from './register-routes';

/** The longest that one request may take to arrive: a file of the largest size over a poor line. */
const REQUEST_MS = 5 * 60_000;

/** The whole HTTP side of a server, not yet listening. */
export async function createApp(
  services: Services,
  logger: FastifyBaseLogger,
  parts: HttpParts,
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_MS,
    frameworkErrors: answerUnreadable,
    // A field that a route does not know is named, not thrown away in silence.
    ajv: { customOptions: { removeAdditional: false } },
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: false,
    frameguard: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  if (services.environment.rateLimits) {
    await app.register(rateLimit, {
      max: 600,
      timeWindow: '1 minute',
      keyGenerator: countedBy,
      // The demo's page comes in seventy small files: a few reloads would spend what its people need.
      allowList: (request) => parts.demo !== null && request.url.startsWith('/demo/assets/'),
      errorResponseBuilder: () =>
        new Refusal('too_many_requests', 'Too many requests. Try again a little later.'),
    });
  }
  answerErrors(app, (request) => findMoved(services, request));
  closeAnswers(app);
  authenticate(app, services);
  app.addHook('preValidation', async (request) => {
    makeStorable(request.body);
    makeStorable(request.query);
  });
  await describeApi(app, services.environment);
  await registerRoutes(app, services, parts);
  return app;
}
