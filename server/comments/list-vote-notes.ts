import type { Locale, VoteReason } from '@beseda/shared/domain/words';
import type { VoteNote } from '@beseda/shared/protocol/comments';
import type { Page } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { toIso } from '../db/instants';
import { aboutArticle } from './about-article';

interface Row {
  articleNumber: number;
  voterId: string;
  locale: Locale;
  reason: VoteReason | null;
  comment: string;
  createdAt: string;
  person: string | null;
  company: string | null;
}

/** Why articles did not help, as readers said it, newest first; of one article or all. For agents. */
export async function listVoteNotes(
  ctx: Context,
  input: { article?: number; cursor?: string; limit: number },
): Promise<Page<VoteNote>> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'id']);
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<Row[]>`
      select v.article_number as "articleNumber", v.voter_id as "voterId", v.locale, v.reason, v.comment,
        v.created_at as "createdAt", p.name as person, o.name as company
      from article_votes v left join people p on p.id = v.voter_id left join companies o on o.id = v.company_id
      where (v.reason is not null or v.comment <> '')
        ${input.article === undefined ? sql`` : sql`and v.article_number = ${input.article}`}
        ${after ? sql`and (v.created_at, v.voter_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by v.created_at desc, v.voter_id desc limit ${input.limit + 1}`,
  );
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    results: shown.map((row) => present(ctx, row)),
    next: rows.length > input.limit && last ? encodeCursor([toIso(last.createdAt), last.voterId]) : null,
  };
}

function present(ctx: Context, row: Row): VoteNote {
  const { articleNumber, voterId, locale, reason, comment, createdAt, person, company } = row;
  return {
    id: `${articleNumber} ${voterId}`,
    article: aboutArticle(ctx, articleNumber, locale),
    author: person === null ? null : { name: person, company: company ?? '' },
    at: toIso(createdAt),
    reason,
    comment,
  };
}
