import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { findEndedSessions } from '../sessions/end-session';
import type { SocketServer } from './socket-server';

const EVERY_MS = 20_000;

/** Closes the sockets of sessions that were ended, expired or blocked anywhere, within 20 s. Gives its stop. */
export function watchSessions(services: Services, io: SocketServer): () => void {
  const check = async () => {
    const ids = new Set<string>();
    for (const socket of io.of('/').sockets.values()) {
      if (socket.data.actor.sessionId) ids.add(socket.data.actor.sessionId);
    }
    for (const ended of await findEndedSessions(services, [...ids])) services.bus.sessionEnded(ended);
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => services.log.warn(describeError(error), 'sessions not checked'));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
