import type { Http } from '@beseda/shared/client/http';
import { createValue, type Value } from '@beseda/shared/client/value';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { AgentSession } from '@beseda/shared/protocol/http';
import type { Ack } from '@beseda/shared/protocol/socket';

/** `ended`: somebody was signed in here until now. `unreached`: whether anybody is could not be learnt. */
export type SignIn =
  | { kind: 'unknown' | 'unreached' }
  | { kind: 'out'; reason: 'first' | 'ended' | 'left' | 'link_spent' }
  | { kind: 'in'; session: AgentSession };

/** Who works at this desk. The session itself is an HttpOnly cookie. */
export interface DeskSession {
  state: Value<SignIn>;
  load(): Promise<void>;
  useLink(link: string): Promise<void>;
  usePassword(email: string, password: string): Promise<ErrorCode | null>;
  mailLink(email: string): Promise<ErrorCode | null>;
  setPassword(input: { password: string; current?: string }): Promise<ErrorCode | null>;
  /** Until when (ISO 8601) nothing is to be given to this agent; null: they are here. */
  setAbsence(until: string | null): Promise<ErrorCode | null>;
  leave(): Promise<void>;
  /** The server says that the session is over. */
  expire(): void;
}

export function createDeskSession(http: Http): DeskSession {
  const state = createValue<SignIn>({ kind: 'unknown' });

  function take(ack: Ack<AgentSession>): ErrorCode | null {
    if (!ack.ok) return ack.code;
    state.set({ kind: 'in', session: ack.data });
    return null;
  }

  function learn(changes: Partial<AgentSession['agent']>): void {
    const now = state.get();
    if (now.kind !== 'in') return;
    state.set({ kind: 'in', session: { ...now.session, agent: { ...now.session.agent, ...changes } } });
  }

  async function load(): Promise<void> {
    const code = take(await http('GET', '/desk/session'));
    if (code === null) return;
    state.set(
      code === 'session_required' || code === 'session_ended'
        ? { kind: 'out', reason: 'first' }
        : { kind: 'unreached' },
    );
  }

  return {
    state,
    load,
    async useLink(link) {
      const code = take(await http('POST', '/desk/session', { link }));
      if (code === null) return;
      // Whoever opens an old link while signed in simply goes on.
      if (code === 'link_spent' && take(await http('GET', '/desk/session')) === null) return;
      state.set(code === 'link_spent' ? { kind: 'out', reason: code } : { kind: 'unreached' });
    },
    usePassword: async (email, password) => take(await http('POST', '/desk/session', { email, password })),
    mailLink: async (email) => codeOf(await http('POST', '/desk/sign-in-link', { email })),
    async setPassword(input) {
      const code = codeOf(await http('PUT', '/desk/password', input));
      if (code === null) learn({ hasPassword: true });
      return code;
    },
    async setAbsence(until) {
      const code = codeOf(await http('PUT', '/desk/absence', { until }));
      if (code === null) learn({ awayUntil: until });
      return code;
    },
    async leave() {
      await http('DELETE', '/desk/session');
      state.set({ kind: 'out', reason: 'left' });
    },
    expire() {
      if (state.get().kind === 'in') state.set({ kind: 'out', reason: 'ended' });
    },
  };
}

const codeOf = (ack: Ack<unknown>): ErrorCode | null => (ack.ok ? null : ack.code);
