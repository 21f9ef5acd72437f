import { isShortThanks } from '@beseda/shared/domain/is-short-thanks';
import type { MessageInput } from '@beseda/shared/protocol/socket';
import type { Transaction } from '../db/connect';
import type { LockedConversation } from './lock-conversation';

/** Thanks for what is solved, or said to be done, ask for nothing. */
export async function isThanks(
  { sql }: Transaction,
  locked: LockedConversation,
  { text, attachments = [] }: Pick<MessageInput, 'text' | 'attachments'>,
): Promise<boolean> {
  const done = locked.status === 'solved' || locked.acceptBy !== null;
  if (!done || attachments.length > 0) return false;
  const agents = await sql<{ name: string }[]>`
    select distinct author_name as name from events
    where conversation_id = ${locked.id} and audience = 'all' and author_kind = 'agent'`;
  return isShortThanks(
    text,
    agents.map(({ name }) => name),
  );
}
