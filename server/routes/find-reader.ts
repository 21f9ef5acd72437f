import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../articles/may-read';
import type { Services } from '../context/context';
import { findVisitor } from '../portal/find-visitor';
import { PORTAL_COOKIE } from './portal-routes';

/** Who reads a page of the knowledge base: who has signed in at the support centre, or an agent at the desk. */
export async function findReader(services: Services, request: FastifyRequest): Promise<Viewer> {
  return (await findVisitor(services, request.cookies[PORTAL_COOKIE])) ?? request.actor;
}
