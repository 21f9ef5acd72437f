import { notFound } from '../context/refusal';
import { type LockedConversation, lockConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';

/** The ticket of this number, locked. Refuses with not_found what the actor may not see. */
export async function lockTicket(tx: Transaction, number: number): Promise<LockedConversation> {
  const [ticket] = await tx.sql<{ id: string }[]>`
    select conversation_id as id from tickets where number = ${number}`;
  const locked = ticket && (await lockConversation(tx, ticket.id));
  if (!locked) throw notFound();
  return locked;
}
