import type { SessionCreated } from '@beseda/shared/protocol/http';
import { foreseePromise } from '../clocks/foresee-promise';
import type { Context } from '../context/context';
import { countOpenConversations } from '../conversations/list-conversations';
import type { RequesterActor } from '../db/actor';
import { showPhone } from '../phone/show-phone';

/** What a requester is told of a session that has just been made for them. */
export async function presentSession(
  ctx: Context,
  made: Pick<SessionCreated, 'session' | 'expiresAt' | 'company'> & { actor: RequesterActor },
): Promise<SessionCreated> {
  const { session, expiresAt, company, actor } = made;
  return {
    session,
    expiresAt,
    person: {
      id: actor.personId,
      name: actor.name,
      role: actor.kind === 'manager' ? 'manager' : 'staff',
    },
    company,
    promise: await foreseePromise(ctx),
    phone: (await showPhone(ctx)).length > 0,
    ...(await countOpenConversations(ctx)),
  };
}
