import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';

/** What a confirmation says besides. */
export interface ConfirmationNotes {
  /** It answers a mail, and goes out as often as machines may be answered. */
  byMail?: true;
  /** The ticket that this one goes on from, or is apart of. */
  continues?: number;
  /** The mail had no subject. */
  asksSubject?: true;
}

/** «We have your request»: once, with the first message of a ticket that was not opened in the widget. Due at once. */
export async function queueConfirmationMail(
  { sql }: Transaction,
  { id, personId }: LockedConversation,
  at: string,
  notes: ConfirmationNotes = {},
): Promise<void> {
  await sql`
    insert into mail_outbox (id, kind, company_id, conversation_id, recipient, data, message_id, due_at, created_at)
    select ${uuidv7()}, 'confirmation', p.company_id, ${id}, p.email, ${toJson(notes)}::jsonb, ${randomUUID()}, ${at}, ${at}
    from people p where p.id = ${personId} and p.email is not null`;
}
