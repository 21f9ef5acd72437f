import type { Context } from '../../context/context';
import { nowIso } from '../../context/context';
import { letFollow } from '../../conversations/follow-conversation';
import { lockConversation } from '../../conversations/lock-conversation';
import { type RequesterActor, SYSTEM } from '../../db/actor';
import type { MailAddress, ParsedMail } from '../parsing/parsed-mail';

/** A mail to more people than this is no talk among colleagues. */
const MOST = 20;

/**
 * Colleagues of the sender to whom the mail went too follow the ticket; nobody else ever does. Who has left it stays
 * away: their address comes along with every answer to all.
 */
export async function addColleagues(
  ctx: Context & { actor: RequesterActor },
  mail: Pick<ParsedMail, 'from' | 'to' | 'cc'>,
  conversationId: string,
): Promise<void> {
  const addresses = othersOf(mail);
  if (addresses.length === 0 || addresses.length > MOST) return;
  const recorded = await ctx.database.inTransaction(SYSTEM, async (tx) => {
    const locked = await lockConversation(tx, conversationId);
    if (!locked || locked.companyId !== ctx.actor.companyId || locked.status === 'closed') return [];
    const people = await tx.sql<{ id: string; name: string }[]>`
      select p.id, p.name from people p
      where p.company_id = ${locked.companyId} and lower(p.email) = any(${addresses}::text[])
        and p.role <> 'distributor' and p.blocked_at is null and p.id <> ${ctx.actor.personId}
        and not exists (select from events e where e.conversation_id = ${conversationId} and e.kind = 'follower'
          and e.data->'follower'->>'id' = p.id::text and (e.data->>'left')::boolean)
      order by p.created_at, p.id limit ${MOST}`;
    const events = [];
    for (const person of people) {
      const event = await letFollow(ctx, tx, locked, person, { seen: false, at: nowIso(ctx) });
      if (event) events.push(event);
    }
    return events;
  });
  if (recorded.length > 0) ctx.bus.recorded(recorded);
}

function othersOf({ from, to, cc }: Pick<ParsedMail, 'from' | 'to' | 'cc'>): string[] {
  const lower = ({ address }: MailAddress) => address.toLowerCase();
  const own = new Set(from.map(lower));
  return [...new Set([...to, ...cc].map(lower))].filter((address) => !own.has(address));
}
