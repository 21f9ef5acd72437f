import type { AgentRole, Locale } from '@beseda/shared/domain/words';

/** Staff of a customer company, as their session says. A manager sees all of the company. */
export interface RequesterActor {
  kind: 'requester' | 'manager';
  personId: string;
  companyId: string;
  appId: string | null;
  sessionId: string;
  /** What they write comes in through this; absent: the widget. */
  channel?: 'portal';
  name: string;
  locale: Locale;
  /** Key of the plan that counts for their company, as of now. Absent: not asked for; opens nothing. */
  plan?: string | null;
}

export interface AgentActor {
  kind: 'agent';
  agentId: string;
  role: AgentRole;
  name: string;
  /** Null for API tokens. */
  sessionId: string | null;
}

/** Rules, clocks and jobs; also sign-in, before anybody is known. */
export interface SystemActor {
  kind: 'system';
}

export type Actor = RequesterActor | AgentActor | SystemActor;

export const SYSTEM: SystemActor = { kind: 'system' };

export function isRequester(actor: Actor): actor is RequesterActor {
  return actor.kind === 'requester' || actor.kind === 'manager';
}
