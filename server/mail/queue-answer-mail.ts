import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';

/**
 * «Email if unseen»: one waiting row per conversation, due after the delay. What it will say is decided when it is due:
 * every answer that has not been seen by then, or nothing.
 */
export async function queueAnswerMail(
  { sql }: Transaction,
  conversation: LockedConversation,
  at: string,
  delaySeconds: number,
): Promise<void> {
  const due = new Date(Date.parse(at) + delaySeconds * 1000).toISOString();
  await sql`
    insert into mail_outbox (id, kind, company_id, conversation_id, recipient, data, message_id, due_at, created_at)
    select ${uuidv7()}, 'answer', p.company_id, ${conversation.id}, p.email, '{}', ${randomUUID()}, ${due}, ${at}
    from people p where p.id = ${conversation.personId} and p.email is not null
    on conflict (conversation_id) where state = 'waiting' and kind = 'answer' do nothing`;
}
