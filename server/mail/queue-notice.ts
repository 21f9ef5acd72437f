import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { NoticeKind } from '@beseda/shared/domain/words';
import type { LockedConversation } from '../conversations/lock-conversation';
import type { Transaction } from '../db/connect';
import { SETTINGS } from '../settings/settings-table';

const DELAY = 'mail.agent_delay_seconds';

interface NoticeDraft {
  agentIds: readonly string[];
  kind: NoticeKind;
  /** Of the event that it is about, or of the deadline. */
  seq?: number;
  dueAt?: string;
  at: string;
}

/**
 * Agents are to know of something on a ticket: by mail, unless they look at it in the desk before the delay is over. One
 * mail tells of all that has come together by then. Who does not want this kind, or is gone, is not told.
 */
export async function queueNotice(
  { sql }: Transaction,
  locked: Pick<LockedConversation, 'id' | 'companyId'>,
  { agentIds, kind, seq, dueAt, at }: NoticeDraft,
): Promise<void> {
  if (agentIds.length === 0) return;
  const ids = agentIds.map(() => uuidv7());
  await sql`
    with told as (
      insert into agent_notices (id, agent_id, company_id, conversation_id, kind, seq, due_at, created_at)
      select g.id, a.id, ${locked.companyId}, ${locked.id}, ${kind}, ${seq ?? null}, ${dueAt ?? null}, ${at}
      from unnest(${ids}::uuid[], ${[...agentIds]}::uuid[]) as g (id, agent)
        join agents a on a.id = g.agent and not a.disabled and not ${kind} = any(a.mail_off)
      returning id, agent_id)
    insert into mail_outbox (id, kind, company_id, conversation_id, agent_id, recipient, data, message_id, due_at, created_at)
    select gen_random_uuid(), 'notice', ${locked.companyId}, ${locked.id}, a.id, a.email, '{}', gen_random_uuid()::text,
      ${at}::timestamptz + interval '1 second' * coalesce(
        (select value::int from settings where key = ${DELAY}), ${SETTINGS[DELAY].fallback}), ${at}
    from told join agents a on a.id = told.agent_id
    on conflict (conversation_id, agent_id) where state = 'waiting' and kind = 'notice' do nothing`;
}

/** An agent has looked at a ticket: what they see needs no mail. */
export async function seeNotices(
  { sql }: Transaction,
  { agentId, conversationId, at }: { agentId: string; conversationId: string; at: string },
): Promise<void> {
  await sql`
    update agent_notices set seen_at = ${at}
    where conversation_id = ${conversationId} and agent_id = ${agentId} and seen_at is null`;
}
