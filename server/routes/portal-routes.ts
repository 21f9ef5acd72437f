import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Services } from '../context/context';
import { continueSession } from '../portal/continue-session';
import { findVisitor } from '../portal/find-visitor';
import { enterByLink, type PortalSession } from '../portal/open-portal-session';
import { endSession } from '../sessions/end-session';
import { strictObject } from './admin-shapes';

export const PORTAL_COOKIE = 'beseda_requests';
const EnterBody = strictObject({ link: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) });
/** Another site's form cannot send this header, so the cookie alone proves nothing. */
const Marked = Type.Object({ 'x-beseda-portal': Type.Literal('1') });
const url = '/api/v1/portal/session';
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

/** Requesters' own session at the support centre: kept in a cookie, exchanged for one in the page's memory. */
export function portalRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['session'];
  typed.post(url, { schema: { tags, headers: Marked, body: EnterBody }, config }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const { link } = request.body;
    if (link === undefined) return continueSession(services, request.cookies[PORTAL_COOKIE]);
    const session = await enterByLink(services, link);
    setPortalCookie(reply, services, session);
    return continueSession(services, session.secret);
  });
  typed.delete(url, { schema: { tags, headers: Marked }, config }, async (request, reply) => {
    const visitor = await findVisitor(services, request.cookies[PORTAL_COOKIE]);
    if (visitor) await endSession(services, visitor.sessionId);
    return reply.clearCookie(PORTAL_COOKIE, { path: '/' }).status(204).send();
  });
}

export function setPortalCookie(
  reply: FastifyReply,
  services: Services,
  { secret, expiresAt }: PortalSession,
): void {
  void reply.setCookie(PORTAL_COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.environment.publicUrl.startsWith('https:'),
    expires: new Date(expiresAt),
  });
}
