import type { PersonRef } from '@beseda/shared/domain/event';
import type { Actor } from '../db/actor';
import type { Transaction } from '../db/connect';
import type { LockedConversation } from './lock-conversation';

/** Who sees a conversation of a colleague, and manages nothing, follows it. */
export function isFollower(actor: Actor, { personId }: Pick<LockedConversation, 'personId'>): boolean {
  return actor.kind === 'requester' && actor.personId !== personId;
}

/** In the order of their coming. */
export async function loadFollowers({ sql }: Transaction, conversationId: string): Promise<PersonRef[]> {
  return sql<PersonRef[]>`
    select p.id, p.name from followers f join people p on p.id = f.person_id
    where f.conversation_id = ${conversationId} order by f.created_at, p.id`;
}

/** Who writes has read what stands before. */
export async function markFollowed(
  { sql }: Transaction,
  { id }: LockedConversation,
  personId: string,
  seq: number,
): Promise<void> {
  await sql`
    update followers set read_seq = greatest(read_seq, ${seq})
    where conversation_id = ${id} and person_id = ${personId}`;
}

/** Those of one ticket follow another too that it leads to, whoever asked there included. Null: nobody is new. */
export async function takeFollowersAlong(
  tx: Transaction,
  from: LockedConversation,
  to: LockedConversation,
  at: string,
): Promise<PersonRef[] | null> {
  const known = new Set([to.personId, ...to.followerIds]);
  const added = [from.personId, ...from.followerIds].filter((id) => !known.has(id));
  if (added.length === 0) return null;
  await tx.sql`
    insert into followers (conversation_id, person_id, company_id, created_at)
    select ${to.id}, person_id, ${to.companyId}, ${at} from unnest(${added}::uuid[]) as added (person_id)`;
  to.followerIds = [...to.followerIds, ...added];
  return loadFollowers(tx, to.id);
}
