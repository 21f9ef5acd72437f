import type { Ticket } from '@beseda/shared/protocol/http';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester, SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';
import { lockTicket } from '../tickets/lock-ticket';
import { readTicket } from '../tickets/read-tickets';
import { isOfferFor } from '../tickets/sign-offer';
import { authorOf } from './author-of';
import { loadFollowers } from './followers';
import type { LockedConversation } from './lock-conversation';
import { recordChange } from './record-change';
import type { StoredEvent } from './stored-event';

/**
 * A requester joins a colleague's ticket that was offered to them (`offer` of `similarTickets`): nothing else shows them
 * that there is one. Who follows already, or asked, stays as they are. Refuses with not_found, conversation_closed.
 */
export async function followConversation(
  ctx: Context,
  { number, offer }: { number: number; offer: string },
): Promise<Ticket> {
  const { actor, database } = ctx;
  if (!isRequester(actor)) throw notFound();
  const { personId, companyId } = actor;
  const shown = actor.kind === 'manager' || (await ctx.settings.get('tickets.similar')) === 'company';
  if (!shown || !isOfferFor(ctx, offer, { personId, number })) throw notFound();
  // They do not see the conversation yet: it is read as the system, within their company.
  const event = await database.inTransaction(SYSTEM, async (tx) => {
    const locked = await lockTicket(tx, number);
    if (locked.companyId !== companyId) throw notFound();
    return letFollow(ctx, tx, locked, { id: personId, name: actor.name }, { seen: true, at: nowIso(ctx) });
  });
  if (event) ctx.bus.recorded([event]);
  return readTicket(ctx, { number });
}

/**
 * An agent or a manager lets a colleague of the requester follow. Refuses with not_found, forbidden, conversation_closed,
 * unknown_requester.
 */
export async function addFollower(
  ctx: Context,
  { number, personId }: { number: number; personId: string },
): Promise<Ticket> {
  const event = await ctx.inTransaction(async (tx) => {
    const locked = await lockTicket(tx, number);
    if (ctx.actor.kind !== 'agent' && ctx.actor.kind !== 'manager') {
      throw new Refusal('forbidden', 'Agents and managers of the company add followers.');
    }
    const [person] = await tx.sql<{ id: string; name: string }[]>`
      select id, name from people where id = ${personId} and company_id = ${locked.companyId}
        and role <> 'distributor' and blocked_at is null`;
    if (!person) {
      throw new Refusal('unknown_requester', 'The company has no such person.', { field: 'person' });
    }
    return letFollow(ctx, tx, locked, person, { seen: false, at: nowIso(ctx) });
  });
  if (event) ctx.bus.recorded([event]);
  return readTicket(ctx, { number });
}

/** Null: nothing was to be done. `seen`: they know what stands there, as they come to it themselves. Whether they may is the caller's affair. */
export async function letFollow(
  ctx: Pick<Context, 'actor'>,
  tx: Transaction,
  locked: LockedConversation,
  person: { id: string; name: string },
  { seen, at }: { seen: boolean; at: string },
): Promise<StoredEvent | null> {
  if (locked.personId === person.id || locked.followerIds.includes(person.id)) return null;
  if (locked.status === 'closed') {
    throw new Refusal('conversation_closed', 'This conversation is closed. Start a new one.');
  }
  await tx.sql`
    insert into followers (conversation_id, person_id, company_id, read_seq, created_at)
    values (${locked.id}, ${person.id}, ${locked.companyId}, ${seen ? locked.lastPublicSeq : 0}, ${at})`;
  return recordChange(tx, locked, {
    kind: 'follower',
    author: authorOf(ctx.actor),
    from: null,
    to: null,
    follower: person,
    left: false,
    state: { followers: await loadFollowers(tx, locked.id) },
    at,
  });
}
