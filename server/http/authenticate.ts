import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { requireAdmin } from '../audit/change-as-admin';
import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { type Actor, type AgentActor, isRequester, type RequesterActor } from '../db/actor';
import { explainEndedSession, findActorByApiToken, findActorBySession } from '../sessions/find-actor';
import { API_TOKEN_PREFIX } from '../sessions/hash-secret';
import { StrangerLimits } from './limit-strangers';

export const DESK_COOKIE = 'beseda_desk';

/**
 * Who may call a route. `actor`: a requester or an agent; `admin`: an agent of that role. The access matrix is generated
 * from these words.
 */
export type Access = 'public' | 'requester' | 'agent' | 'admin' | 'actor';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route, as `GET /path/:id`, and who may call it; complete when the app is ready. */
    accessByRoute: ReadonlyMap<string, Access>;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Who bears the session of this request; null for nobody. */
    actor: Actor | null;
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks, once per request, and holds every route to the access that it declares. */
export function authenticate(app: FastifyInstance, services: Services): void {
  app.decorateRequest('actor', null);
  const routes: RouteOptions[] = [];
  const accessByRoute = new Map<string, Access>();
  app.decorate('accessByRoute', accessByRoute);
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    for (const { method, url, config } of routes) {
      const access = config?.access;
      if (!access) throw new Error(`${method.toString()} ${url} does not say who may call it.`);
      for (const verb of [method].flat()) accessByRoute.set(`${verb} ${url}`, access);
    }
  });
  const strangers = new StrangerLimits(services.environment.rateLimits);
  app.addHook('onRequest', async (request) => {
    request.actor = await identify(services, request, strangers);
    const access = request.routeOptions.config.access ?? 'public';
    if (access !== 'public' && !request.actor && offersProof(request)) {
      throw await explainEndedSession(services, bearerOf(request) ?? '');
    }
    checkAccess(access, request);
  });
}

/** Guessing is counted, so that it stays cheap for us; a session that has merely ended is far below the limit. */
async function identify(
  services: Services,
  request: FastifyRequest,
  strangers: StrangerLimits,
): Promise<Actor | null> {
  if (!offersProof(request)) return null;
  if (!strangers.mayProve(request.ip, services.now())) {
    throw new Refusal('too_many_requests', 'Too many requests. Try again a little later.');
  }
  const actor = await findActor(services, request);
  if (!actor) strangers.failed(request.ip, services.now());
  return actor;
}

function offersProof(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined || request.cookies[DESK_COOKIE] !== undefined;
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

async function findActor(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const bearer = bearerOf(request);
  if (bearer?.startsWith(API_TOKEN_PREFIX)) return findActorByApiToken(services, bearer);
  if (bearer) {
    const actor = await findActorBySession(services, bearer);
    return actor && isRequester(actor) ? actor : null;
  }
  const cookie = request.cookies[DESK_COOKIE];
  if (!cookie || !isFromDesk(request)) return null;
  const actor = await findActorBySession(services, cookie);
  return actor?.kind === 'agent' ? actor : null;
}

/** A cookie alone proves nothing for a change: another site's form cannot send this header. */
function isFromDesk(request: FastifyRequest): boolean {
  return SAFE_METHODS.has(request.method) || request.headers['x-beseda-desk'] === '1';
}

function checkAccess(access: Access, request: FastifyRequest): void {
  const { actor } = request;
  if (access === 'public') return;
  if (!actor) throw new Refusal('session_required', 'Sign in first.');
  if (access === 'requester' && !isRequester(actor))
    throw new Refusal('forbidden', 'This is for requesters.');
  if (access === 'agent' && actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  if (access === 'admin') requireAdmin(actor);
}

export function requireActor(request: FastifyRequest): Actor {
  if (!request.actor) throw new Refusal('session_required', 'Sign in first.');
  return request.actor;
}

export function requireRequester(request: FastifyRequest): RequesterActor {
  const actor = requireActor(request);
  if (!isRequester(actor)) throw new Refusal('forbidden', 'This is for requesters.');
  return actor;
}

export function requireAgent(request: FastifyRequest): AgentActor {
  const actor = requireActor(request);
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  return actor;
}

/** By whom requests are counted: who bears the session, else the address; an office shares one. */
export function countedBy({ actor, ip }: FastifyRequest): string {
  if (!actor || actor.kind === 'system') return ip;
  return actor.kind === 'agent' ? actor.agentId : actor.personId;
}
