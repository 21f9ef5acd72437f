import type { RatingScore } from '@beseda/shared/domain/words';
import type { Page } from '@beseda/shared/protocol/http';
import type { RatedTicket } from '@beseda/shared/protocol/ratings';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { notFound } from '../context/refusal';
import { toIso } from '../db/instants';

interface Row {
  id: string;
  number: number;
  subject: string;
  score: RatingScore;
  comment: string;
  ratedAt: string;
  requester: string;
  company: string;
  agent: string | null;
}

/** What was said of solved tickets, newest first: all, or of one score. For agents. */
export async function listRatings(
  ctx: Context,
  input: { score?: RatingScore; cursor?: string; limit: number },
): Promise<Page<RatedTicket>> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, ['instant', 'id']);
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<Row[]>`
      select r.conversation_id as id, t.number::int, c.subject, r.score, r.comment, r.rated_at as "ratedAt",
        p.name as requester, o.name as company, a.name as agent
      from ratings r join tickets t on t.conversation_id = r.conversation_id
        join conversations c on c.id = r.conversation_id join people p on p.id = r.person_id
        join companies o on o.id = r.company_id left join agents a on a.id = r.agent_id
      where ${input.score === undefined ? sql`r.score is not null` : sql`r.score = ${input.score}`}
        ${after ? sql`and (r.rated_at, r.conversation_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by r.rated_at desc, r.conversation_id desc limit ${input.limit + 1}`,
  );
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    results: shown.map(present),
    next: rows.length > input.limit && last ? encodeCursor([toIso(last.ratedAt), last.id]) : null,
  };
}

function present({ number, subject, score, comment, ratedAt, requester, company, agent }: Row): RatedTicket {
  return { ticket: { number, subject }, score, comment, at: toIso(ratedAt), requester, company, agent };
}
