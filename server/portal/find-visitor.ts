import type { Services } from '../context/context';
import { Refusal } from '../context/refusal';
import { isRequester, type RequesterActor } from '../db/actor';
import { explainEndedSession, findActorBySession } from '../sessions/find-actor';

/** Whose cookie of the support centre this is; null: nobody's, or theirs no more. */
export async function findVisitor(
  services: Services,
  cookie: string | undefined,
): Promise<RequesterActor | null> {
  const actor = cookie ? await findActorBySession(services, cookie) : null;
  return actor && isRequester(actor) && actor.channel === 'portal' ? actor : null;
}

/** Why that was null: session_required, session_ended, company_suspended or person_blocked. */
export async function explainNoVisitor(services: Services, cookie: string | undefined): Promise<Refusal> {
  return cookie ? explainEndedSession(services, cookie) : new Refusal('session_required', 'Sign in first.');
}
