import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { EVERYBODY, type Who } from './open-world';

/** A status of success, or the code of the refusal. */
export type Outcome = number | ErrorCode;
export type Expectation = Readonly<Record<Who, Outcome>>;

const SIGNED_OUT = {
  nobody: 'session_required',
  distributor: 'session_ended',
  ended: 'session_ended',
  endedAgent: 'session_ended',
} as const;

/** The same for everybody; a session that is over takes nothing from what is public. */
export function anybody(outcome: Outcome): Expectation {
  return Object.fromEntries(EVERYBODY.map((who) => [who, outcome])) as Record<Who, Outcome>;
}

/** For those who belong to a company; each finds their own. */
export function requesters(outcome: Outcome): Expectation {
  return {
    ...anybody(outcome),
    agent: 'forbidden',
    admin: 'forbidden',
    apiToken: 'forbidden',
    ...SIGNED_OUT,
  };
}

export function agents(outcome: Outcome): Expectation {
  return { ...anybody('forbidden'), agent: outcome, admin: outcome, apiToken: outcome, ...SIGNED_OUT };
}

export function admins(outcome: Outcome): Expectation {
  return { ...anybody('forbidden'), admin: outcome, ...SIGNED_OUT };
}

export function actors(outcome: Outcome): Expectation {
  return { ...anybody(outcome), ...SIGNED_OUT };
}

/** For an object of the owner's: the owner, who follows it, their manager and agents; for all others it does not exist. */
export function thoseWhoSee(outcome: Outcome): Expectation {
  return { ...actors(outcome), colleague: 'not_found', stranger: 'not_found', strangeManager: 'not_found' };
}
