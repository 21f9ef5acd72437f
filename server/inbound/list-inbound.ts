import type { MailState } from '@beseda/shared/domain/words';
import type { Page } from '@beseda/shared/protocol/http';
import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { likeOf } from '../context/like-of';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { awaitHandled } from './await-handled';
import { loadInbound } from './present-inbound';

export interface InboundQuery {
  /** With or without `<>`. */
  messageId?: string;
  /** Absent: all that have come to an end. */
  state?: MailState;
  /** Part of an address, a name or a subject. */
  q?: string;
  cursor?: string;
  limit: number;
}

/**
 * Mail that came in, newest first. What is still worked on is left out unless it is asked for; who asks for a Message-ID
 * gets what came of it, and waits a few seconds where that is not known yet. For agents.
 */
export async function listInbound(ctx: Context, query: InboundQuery): Promise<Page<InboundMail>> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const { cursor, limit } = query;
  const messageId = query.messageId === undefined ? undefined : bareId(query.messageId);
  if (messageId !== undefined && query.state !== 'received') await awaitHandled(ctx, { messageId });
  const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'id']);
  const rows = await ctx.inTransaction((tx) => {
    const behind = after
      ? tx.sql`and (m.received_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : tx.sql``;
    const by = messageId === undefined ? tx.sql`` : tx.sql`and m.message_id = ${messageId}`;
    return loadInbound(tx, {
      where: tx.sql`${wantedState(tx, query.state)} ${by} ${searched(tx, query.q)} ${behind}`,
      tail: tx.sql`order by m.received_at desc, m.id desc limit ${limit + 1}`,
    });
  });
  const results = rows.slice(0, limit);
  const last = results.at(-1);
  return {
    results,
    next: rows.length > limit && last ? encodeCursor([last.receivedAt, last.id]) : null,
  };
}

function wantedState({ sql }: Transaction, state: MailState | undefined): ReturnType<typeof sql> {
  return state === undefined ? sql`m.state <> 'received'` : sql`m.state = ${state}`;
}

function searched({ sql }: Transaction, q: string | undefined): ReturnType<typeof sql> {
  const like = likeOf(q);
  if (like === null) return sql``;
  return sql`and (m.envelope_from ilike ${like} or m.mail #>> '{from,address}' ilike ${like}
    or m.mail #>> '{from,name}' ilike ${like} or m.mail ->> 'subject' ilike ${like})`;
}

function bareId(given: string): string {
  return given.trim().replace(/^<|>$/g, '').trim();
}
