import { QUEUE_VIEWS } from '@beseda/shared/domain/words';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { describeAgent } from '../agents/describe-agent';
import { mailSignInLink } from '../agents/mail-sign-in-link';
import { type DeskSession, setPassword, signInByLink, signInByPassword } from '../agents/sign-in';
import { contextFor, type Services } from '../context/context';
import { RateLimiter } from '../context/rate-limiter';
import { Refusal } from '../context/refusal';
import { DESK_COOKIE, requireAgent } from '../http/authenticate';
import { setAbsence } from '../routing/set-absence';
import { endSession } from '../sessions/end-session';
import { listAgents } from '../tickets/find-agent';
import { listQueue } from '../tickets/list-queue';
import { strictObject } from './admin-shapes';
import { PageQuery } from './page-query';

const Email = Type.String({ minLength: 3, maxLength: 320, pattern: '^[^\\s@]+@[^\\s@]+$' });
const Password = Type.String({ minLength: 10, maxLength: 200 });
const SignInBody = strictObject({
  link: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  email: Type.Optional(Email),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
});
const QueueQuery = Type.Object({
  ...PageQuery,
  view: Type.Enum([...QUEUE_VIEWS], { default: 'open' }),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  requester: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
});
const AbsenceBody = strictObject({ until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]) });
const GUESSES_PER_MINUTE = 10;
const strictly = { max: 20, timeWindow: '1 minute' };

/** Agents' own session, by link or password. */
export function deskSessionRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const guesses = new RateLimiter();
  typed.get(
    '/api/v1/desk/session',
    { schema: { tags: ['desk'] }, config: { access: 'agent' } },
    async (request) => describeAgent(services, requireAgent(request).agentId),
  );
  typed.post(
    '/api/v1/desk/session',
    { schema: { tags: ['desk'], body: SignInBody }, config: { access: 'public', rateLimit: strictly } },
    async (request, reply) => {
      const session = await signIn(services, request.body, guesses);
      setCookie(reply, services, session);
      return describeAgent(services, session.agentId);
    },
  );
  typed.delete(
    '/api/v1/desk/session',
    { schema: { tags: ['desk'] }, config: { access: 'agent' } },
    async (request, reply) => {
      const { sessionId } = requireAgent(request);
      if (sessionId) await endSession(services, sessionId);
      return reply.clearCookie(DESK_COOKIE, { path: '/' }).status(204).send();
    },
  );
  typed.post(
    '/api/v1/desk/sign-in-link',
    {
      schema: { tags: ['desk'], body: strictObject({ email: Email }) },
      config: { access: 'public', rateLimit: strictly },
    },
    async (request, reply) => {
      await mailSignInLink(services, request.body.email);
      return reply.status(204).send();
    },
  );
  typed.put(
    '/api/v1/desk/password',
    {
      schema: {
        tags: ['desk'],
        body: strictObject({ password: Password, current: Type.Optional(Password) }),
      },
      config: { access: 'agent', rateLimit: strictly },
    },
    async (request, reply) => {
      await setPassword(services, requireAgent(request), request.body);
      return reply.status(204).send();
    },
  );
}

/** What the desk lists. `online`: ids of the agents connected now. */
export function deskRoutes(
  app: FastifyInstance,
  services: Services,
  online: () => Promise<ReadonlySet<string>>,
): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/api/v1/desk/queue',
    { schema: { tags: ['desk'], querystring: QueueQuery }, config: { access: 'agent' } },
    async (request) => listQueue(contextFor(services, requireAgent(request)), request.query),
  );
  typed.put(
    '/api/v1/desk/absence',
    { schema: { tags: ['desk'], body: AbsenceBody }, config: { access: 'agent' } },
    async (request, reply) => {
      await setAbsence(contextFor(services, requireAgent(request)), request.body.until);
      return reply.status(204).send();
    },
  );
  typed.get(
    '/api/v1/desk/agents',
    { schema: { tags: ['desk'] }, config: { access: 'agent' } },
    async (request) => ({
      results: await listAgents(contextFor(services, requireAgent(request)), await online()),
    }),
  );
}

async function signIn(
  services: Services,
  body: { link?: string; email?: string; password?: string },
  guesses: RateLimiter,
): Promise<DeskSession> {
  if (body.link !== undefined) return signInByLink(services, body.link);
  if (body.email !== undefined && body.password !== undefined) {
    return guessPassword(services, body.email, body.password, guesses);
  }
  throw new Refusal('invalid_input', 'Send either link, or email and password.', { field: 'link' });
}

/** Guesses at one account are counted wherever they come from. A link still lets its owner in. */
async function guessPassword(
  services: Services,
  email: string,
  password: string,
  guesses: RateLimiter,
): Promise<DeskSession> {
  const account = email.toLowerCase();
  const { environment, now } = services;
  if (environment.rateLimits && guesses.isSpent(account, GUESSES_PER_MINUTE, now())) {
    throw new Refusal('too_many_requests', 'Too many attempts. Try again a little later, or with a link.');
  }
  try {
    return await signInByPassword(services, email, password);
  } catch (error) {
    guesses.take(account, GUESSES_PER_MINUTE, now());
    throw error;
  }
}

function setCookie(reply: FastifyReply, services: Services, session: DeskSession): void {
  void reply.setCookie(DESK_COOKIE, session.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: services.environment.publicUrl.startsWith('https:'),
    expires: new Date(session.expiresAt),
  });
}
