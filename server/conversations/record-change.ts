import { AGENT_ONLY_KINDS, type EventKind } from '@beseda/shared/domain/event';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import type { LockedConversation } from './lock-conversation';
import type { EventData, StoredEvent } from './stored-event';

export interface ChangeDraft extends Omit<EventData, 'from' | 'to' | 'copy'> {
  kind: Exclude<EventKind, 'message' | 'note'>;
  author: StoredEvent['author'];
  from: unknown;
  to: unknown;
  at: string;
  /** Where the kind alone does not say who may see it. */
  audience?: StoredEvent['audience'];
}

/** Records that a property of the ticket changed. The caller changes the property in the same transaction. */
export async function recordChange(
  { sql }: Transaction,
  locked: LockedConversation,
  draft: ChangeDraft,
): Promise<StoredEvent> {
  const audience = draft.audience ?? (AGENT_ONLY_KINDS.includes(draft.kind) ? 'agents' : 'all');
  const seq = locked.lastSeq + 1;
  const event: StoredEvent = {
    conversationId: locked.id,
    seq,
    prevPublicSeq: locked.lastPublicSeq,
    kind: draft.kind,
    audience,
    author: draft.author,
    at: draft.at,
    data: dataOf(draft),
    message: null,
  };
  locked.lastSeq = seq;
  if (audience === 'all') locked.lastPublicSeq = seq;
  await sql`
    insert into events (conversation_id, seq, prev_public_seq, company_id, kind, audience, author_kind, author_id,
      author_name, data, created_at)
    values (${locked.id}, ${seq}, ${event.prevPublicSeq}, ${locked.companyId}, ${draft.kind}, ${audience},
      ${draft.author.kind}, ${draft.author.id}, ${draft.author.name}, ${toJson(event.data)}::jsonb, ${draft.at})`;
  await sql`
    update conversations set last_seq = ${seq}, last_public_seq = ${locked.lastPublicSeq}, updated_at = ${draft.at}
    where id = ${locked.id}`;
  return event;
}

const NO_DATA: readonly string[] = ['kind', 'author', 'at', 'audience'];

/** All but what has a column of its own. */
function dataOf(draft: ChangeDraft): EventData {
  return Object.fromEntries(Object.entries(draft).filter(([key]) => !NO_DATA.includes(key)));
}
