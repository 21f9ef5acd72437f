import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../context/refusal';

/**
 * The few answers that a host page itself may read. Refuses with origin_not_allowed for a browser that comes from
 * anywhere but the app's origins or our own.
 */
export function allowCrossOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[],
): void {
  const { origin } = request.headers;
  if (origin === undefined || origin === ownOrigin(request)) return;
  if (!origins.includes(origin)) {
    throw new Refusal('origin_not_allowed', 'This app may not be used from this origin.');
  }
  void reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
}

/** The origin under which this very request reached us. */
function ownOrigin(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
