import type { SessionCreated } from '../protocol/http';
import type { Ack } from '../protocol/socket';

/** The session of a requester. It lives in memory only and is asked for again when it is over. */
export interface Session {
  get(): SessionCreated | null;
  /** Gets a new session; callers that ask meanwhile get the same answer. */
  renew(): Promise<Ack<SessionCreated>>;
  /** Forgets the session; an answer that is still on its way is dropped. */
  clear(): void;
}

/** `exchange` gets a token from the host and posts it to `/session`; `current` is what is known already. */
export function createSession(
  exchange: () => Promise<Ack<SessionCreated>>,
  current: SessionCreated | null = null,
): Session {
  let asked: Promise<Ack<SessionCreated>> | null = null;

  function renew(): Promise<Ack<SessionCreated>> {
    if (asked) return asked;
    const mine = exchange().then((ack) => {
      if (asked !== mine) return ack;
      asked = null;
      current = ack.ok ? ack.data : null;
      return ack;
    });
    asked = mine;
    return mine;
  }

  return {
    get: () => current,
    renew,
    clear() {
      current = null;
      asked = null;
    },
  };
}
