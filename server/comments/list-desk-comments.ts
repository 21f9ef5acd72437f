import type { CommentState } from '@beseda/shared/domain/words';
import type { DeskComment } from '@beseda/shared/protocol/comments';
import type { Page } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { presentAttachment } from '../conversations/present-event';
import type { Transaction } from '../db/connect';
import { createLinkSigner } from '../files/sign-link';
import { aboutArticle } from './about-article';
import { loadComments, type StoredComment } from './load-comments';

/** Comments of one state, newest first. For agents. */
export async function listDeskComments(
  ctx: Context,
  input: { state: CommentState; cursor?: string; limit: number },
): Promise<Page<DeskComment>> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'id']);
  const rows = await ctx.inTransaction((tx) => {
    const behind = after
      ? tx.sql`and (c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : tx.sql``;
    return loadComments(tx, {
      where: tx.sql`c.state = ${input.state} ${behind}`,
      tail: tx.sql`order by c.created_at desc, c.id desc limit ${input.limit + 1}`,
    });
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    results: shown.map((row) => presentToAgent(ctx, row)),
    next: rows.length > input.limit && last ? encodeCursor([last.createdAt, last.id]) : null,
  };
}

export async function loadDeskComment(ctx: Context, tx: Transaction, id: string): Promise<DeskComment> {
  const [row] = await loadComments(tx, { where: tx.sql`c.id = ${id}`, tail: tx.sql`` });
  if (!row) throw notFound();
  return presentToAgent(ctx, row);
}

function presentToAgent(ctx: Context, row: StoredComment): DeskComment {
  const { id, articleNumber, locale, person, company, text, state, decidedBy, createdAt } = row;
  const sign = createLinkSigner(ctx.secrets.fileLinks, ctx.now);
  return {
    id,
    article: aboutArticle(ctx, articleNumber, locale),
    author: person === null ? null : { name: person, company: company ?? '' },
    at: createdAt,
    text,
    files: row.files.map((file) => presentAttachment(file, sign, { conversationId: null, viewer: 'agent' })),
    state,
    decidedBy,
    answers: row.answers.map((one) => ({ id: one.id, author: one.agent ?? '', at: one.at, text: one.text })),
  };
}
