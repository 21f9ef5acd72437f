import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { ServiceLevels } from '../clocks/service-levels';
import type { Transaction } from '../db/connect';
import type { LockedConversation } from './lock-conversation';
import { type MessageDraft, storeMessage } from './store-message';
import type { StoredAttachment, StoredEvent } from './stored-event';

/** Copies messages and notes of one ticket into another, files and all; those that it has already are left out. */
export async function copyMessages(
  tx: Transaction,
  from: LockedConversation,
  to: LockedConversation,
  events: readonly StoredEvent[],
  { levels, at }: { levels: ServiceLevels; at: string },
): Promise<StoredEvent[]> {
  const known = await findCopied(tx, from, to);
  const recorded: StoredEvent[] = [];
  for (const event of events) {
    const { message, author, kind } = event;
    if (!message || author.id === null || (kind !== 'message' && kind !== 'note')) continue;
    if (known.has(event.seq) || event.data?.copy?.conversationId === to.id) continue;
    const draft: MessageDraft = {
      kind,
      author: { ...author, id: author.id },
      clientId: uuidv7(),
      channel: message.channel,
      text: message.text,
      folded: message.folded,
      ...(message.mail ? { mail: message.mail } : {}),
      at,
      copy: { conversationId: from.id, number: from.number, seq: event.seq, at: event.at },
    };
    const copy = await storeMessage(tx, to, draft, levels);
    if (!copy?.message) continue;
    copy.message.attachments = await copyFiles(tx, message.id, copy.message.id);
    recorded.push(copy);
  }
  return recorded;
}

async function findCopied(
  { sql }: Transaction,
  from: LockedConversation,
  to: LockedConversation,
): Promise<Set<number>> {
  const rows = await sql<{ seq: number }[]>`
    select (data->'copy'->>'seq')::int as seq from events
    where conversation_id = ${to.id} and data->'copy'->>'conversationId' = ${from.id}`;
  return new Set(rows.map(({ seq }) => seq));
}

/** Rows of their own for the same content: either message may go without the other's files. */
async function copyFiles({ sql }: Transaction, from: string, to: string): Promise<StoredAttachment[]> {
  return sql<StoredAttachment[]>`
    insert into attachments (id, company_id, uploader_id, client_id, message_id, position, sha256, name, type, size,
      width, height, state, threat, scan_due_at)
    select gen_random_uuid(), company_id, uploader_id, gen_random_uuid(), ${to}, position, sha256, name, type, size,
      width, height, state, threat, scan_due_at
    from attachments where message_id = ${from} order by position
    returning id, name, type, size, sha256, width, height, state, threat`;
}
