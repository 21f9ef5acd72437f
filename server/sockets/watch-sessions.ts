import type { Services } from '../context/context';
import { describeError } from '../context/logger';
import { findEndedSessions, type HeldSession } from '../sessions/end-session';
import type { SocketServer } from './socket-server';

const EVERY_MS = 20_000;

/** Closes the sockets of sessions that are no longer good, wherever that was decided, within 20 s. Gives its stop. */
export function watchSessions(services: Services, io: SocketServer): () => void {
  const check = async () => {
    const held = new Map<string, HeldSession>();
    for (const { data } of io.of('/').sockets.values()) {
      const { kind, sessionId } = data.actor;
      if (sessionId) held.set(sessionId, { id: sessionId, kind });
    }
    for (const ended of await findEndedSessions(services, [...held.values()]))
      services.bus.sessionEnded(ended);
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => services.log.warn(describeError(error), 'sessions not checked'));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
