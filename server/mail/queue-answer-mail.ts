import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';

/**
 * «Email if unseen», after an answer or when a ticket is said to be done: one waiting row per conversation and reader, due
 * after the delay; followers are readers too. What it will say is decided when it is due: all that they have not seen by
 * then, or nothing.
 */
export async function queueAnswerMail(
  { sql }: Transaction,
  conversation: LockedConversation,
  at: string,
  delaySeconds: number,
): Promise<void> {
  const readers = [conversation.personId, ...conversation.followerIds];
  const due = new Date(Date.parse(at) + delaySeconds * 1000).toISOString();
  await sql`
    insert into mail_outbox (id, kind, company_id, conversation_id, person_id, recipient, data, message_id, due_at,
      created_at)
    select r.id, 'answer', p.company_id, ${conversation.id}, p.id, p.email, '{}', r.message_id, ${due}, ${at}
    from unnest(${readers}::uuid[], ${readers.map(() => uuidv7())}::uuid[], ${readers.map(() => randomUUID())}::text[])
        as r (person_id, id, message_id)
      join people p on p.id = r.person_id and p.email is not null
    on conflict (conversation_id, person_id) where state = 'waiting' and kind = 'answer' do nothing`;
}
