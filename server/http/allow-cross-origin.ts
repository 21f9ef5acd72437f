import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusedOrigins } from '../apps/count-refused-origins';
import type { AppRecord } from '../apps/find-app';
import { Refusal } from '../context/refusal';

/**
 * The few answers that a host page itself may read. Refuses with origin_not_allowed for a browser that comes from
 * anywhere but the app's origins or our own, and counts where it came from.
 */
export function allowCrossOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, origins }: AppRecord,
  refused: RefusedOrigins,
): void {
  const { origin } = request.headers;
  if (origin === undefined || origin === ownOrigin(request)) return;
  if (!origins.includes(origin)) {
    refused.count(id, origin);
    throw new Refusal('origin_not_allowed', 'This app may not be used from this origin.');
  }
  void reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
}

/** The origin under which this very request reached us. */
function ownOrigin(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
