import type { MailMark } from '@beseda/shared/domain/event';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Channel, TicketStatus } from '@beseda/shared/domain/words';
import type { Happening } from '../clocks/advance-clocks';
import type { ServiceLevels } from '../clocks/service-levels';
import { nextDueOf } from '../clocks/show-promise';
import { type ClockTurn, turnClocks } from '../clocks/turn-clocks';
import { upsertClocks } from '../clocks/write-clocks';
import type { Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import type { LockedConversation } from './lock-conversation';
import type { CopyMark, EventData, StoredEvent } from './stored-event';

export interface MessageDraft {
  kind: 'message' | 'note';
  author: StoredEvent['author'] & { id: string };
  clientId: string;
  channel: Channel;
  text: string;
  folded?: string | null;
  /** How it came in, when that was by mail. */
  mail?: MailMark;
  at: string;
  /** Only thanks for what is solved: nobody waits for an answer. */
  thanks?: boolean;
  /** Written elsewhere: nobody is asked or answered by it, and nothing is read. */
  copy?: CopyMark;
}

const PREVIEW_LENGTH = 140;

/**
 * Stores message, event, clocks and the thread's new state in one statement under the lock of `locked`, which moves on
 * with it; only the status is left to the caller. Null when the author's client id was stored before: then nothing has changed.
 */
export async function storeMessage(
  { sql }: Transaction,
  locked: LockedConversation,
  draft: MessageDraft,
  levels: ServiceLevels,
): Promise<StoredEvent | null> {
  const next = advance(locked, draft);
  const happening = happeningOf(draft);
  const turn =
    happening && turnClocks({ ...next, status: statusAfter(locked, draft) }, levels, happening, draft.at);
  const data = dataOf(next, draft, turn);
  const id = uuidv7();
  const audience = draft.kind === 'note' ? 'agents' : 'all';
  const lists =
    draft.kind === 'note' || (draft.copy && next.lastSeq > 1)
      ? sql``
      : sql`, preview = ${previewOf(draft.text)}, last_author_kind = ${draft.author.kind},
          last_author_name = ${draft.author.name}, last_message_at = ${draft.at}`;
  const [row] = await sql<{ count: number }[]>`
    with stored as (
      insert into messages (id, conversation_id, seq, company_id, audience, author_id, client_id, channel, text, folded, mail,
        created_at)
      values (${id}, ${locked.id}, ${next.lastSeq}, ${locked.companyId}, ${audience}, ${draft.author.id},
        ${draft.clientId}, ${draft.channel}, ${draft.text}, ${draft.folded ?? null},
        ${draft.mail ? toJson(draft.mail) : null}::text::jsonb, ${draft.at})
      on conflict (author_id, client_id) do nothing returning id
    ), recorded as (
      insert into events (conversation_id, seq, prev_public_seq, company_id, kind, audience, author_kind, author_id,
        author_name, data, created_at)
      select ${locked.id}, ${next.lastSeq}, ${locked.lastPublicSeq}, ${locked.companyId}, ${draft.kind}, ${audience},
        ${draft.author.kind}, ${draft.author.id}, ${draft.author.name}, ${data && toJson(data)}::text::jsonb,
        ${draft.at} from stored
    ), thread as (
      update conversations set last_seq = ${next.lastSeq}, last_public_seq = ${next.lastPublicSeq},
        requester_read_seq = ${next.requesterReadSeq}, agent_read_seq = ${next.agentReadSeq},
        last_requester_seq = ${next.lastRequesterSeq}, requester_unread = ${next.requesterUnread},
        updated_at = ${draft.at}${lists}
      where id = ${locked.id} and exists (select from stored)
    ), unit as (
      update tickets set waiting_since = ${next.waitingSince}, first_answered_at = ${next.firstAnsweredAt},
        updated_at = ${draft.at}${turn ? promised(sql, turn) : sql``}
      where conversation_id = ${locked.id} and exists (select from stored)
    )${turn?.changed.length ? sql`, ticking as (${upsertClocks(sql, locked, turn.changed, sql`exists (select from stored)`)})` : sql``}
    select count(*)::int as count from stored`;
  if (row?.count !== 1) return null;
  const event: StoredEvent = {
    conversationId: locked.id,
    seq: next.lastSeq,
    prevPublicSeq: locked.lastPublicSeq,
    kind: draft.kind,
    audience,
    author: draft.author,
    at: draft.at,
    data,
    message: {
      id,
      clientId: draft.clientId,
      channel: draft.channel,
      text: draft.text,
      folded: draft.folded ?? null,
      mail: draft.mail ?? null,
      attachments: [],
    },
  };
  Object.assign(locked, next, turn ? { clocks: turn.clocks, promise: turn.promise } : {});
  return event;
}

/** The thread's state after this message: whoever writes has read what stands before, but not their colleagues. */
function advance(locked: LockedConversation, draft: MessageDraft): LockedConversation {
  const seq = locked.lastSeq + 1;
  if (draft.kind === 'note') return { ...locked, lastSeq: seq };
  const next = { ...locked, lastSeq: seq, lastPublicSeq: seq };
  if (draft.copy) return next;
  if (draft.author.kind === 'requester') {
    return {
      ...next,
      ...(draft.author.id === locked.personId ? { requesterReadSeq: seq, requesterUnread: 0 } : {}),
      lastRequesterSeq: seq,
      waitingSince: draft.thanks ? locked.waitingSince : (locked.waitingSince ?? draft.at),
    };
  }
  return {
    ...next,
    agentReadSeq: seq,
    requesterUnread: locked.requesterUnread + 1,
    waitingSince: null,
    firstAnsweredAt: locked.firstAnsweredAt ?? draft.at,
  };
}

/** Only what an agent writes to the requester is an answer. */
function happeningOf(draft: MessageDraft): Happening | null {
  if (draft.kind === 'note' || draft.thanks || draft.copy) return null;
  if (draft.author.kind === 'requester') return { kind: 'asked' };
  return draft.author.kind === 'agent' ? { kind: 'answered' } : null;
}

/** A copy leaves the marks as they are, which readers of other messages move. */
function dataOf(next: LockedConversation, { copy }: MessageDraft, turn: ClockTurn | null): EventData | null {
  if (!copy) return turn?.told ? { promise: turn.promise } : null;
  const { waitingSince, requesterReadSeq, agentReadSeq } = next;
  return { copy, state: { waitingSince, requesterReadSeq, agentReadSeq } };
}

/** Who asks opens the ticket again. */
function statusAfter({ status }: LockedConversation, { author }: MessageDraft): TicketStatus {
  return author.kind === 'requester' && (status === 'pending' || status === 'solved') ? 'open' : status;
}

function promised(sql: Transaction['sql'], turn: ClockTurn) {
  if (turn.changed.length === 0) return sql``;
  return sql`, next_due_at = ${nextDueOf(turn.clocks)}, promise = ${turn.promise && toJson(turn.promise)}::text::jsonb`;
}

function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH);
  return line.replace(/[\ud800-\udbff]$/, '');
}
