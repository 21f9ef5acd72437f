import { createHash } from 'node:crypto';
import { COMMENT_LENGTH } from '@beseda/shared/domain/limits';
import type { Locale, VoteReason } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester, SYSTEM } from '../db/actor';
import type { Viewer } from './may-read';

export interface VoteInput {
  number: number;
  locale: Locale;
  helpful: boolean;
  /** Why not, and in the reader's words; of a «yes» nothing is kept. */
  reason?: VoteReason;
  comment?: string;
  /** The id that an anonymous browser made for itself. */
  visitor?: string;
}

/**
 * Keeps one vote per voter and article, the latest. Refuses with not_found, forbidden (agents have no vote) and
 * invalid_input (nobody in particular without a visitor id).
 */
export async function voteArticle(services: Services, viewer: Viewer, input: VoteInput): Promise<void> {
  if (viewer !== null && !isRequester(viewer)) throw new Refusal('forbidden', 'This is for readers.');
  const found = services.articles.find(viewer, String(input.number), input.locale);
  if (found?.article.number !== input.number) throw notFound();
  const voter = viewer?.personId ?? idOfVisitor(input.visitor);
  const company = viewer?.companyId ?? null;
  const reason = (!input.helpful && input.reason) || null;
  const comment = input.helpful ? '' : readComment(input.comment ?? '');
  await services.database.inTransaction(
    viewer ?? SYSTEM,
    ({ sql }) => sql`
      insert into article_votes (article_number, voter_id, company_id, locale, helpful, reason, comment, created_at)
      values (${input.number}, ${voter}, ${company}, ${found.article.locale}, ${input.helpful}, ${reason},
        ${comment}, ${nowIso(services)})
      on conflict (article_number, voter_id) do update
        set helpful = excluded.helpful, locale = excluded.locale, reason = excluded.reason,
          comment = excluded.comment, created_at = excluded.created_at`,
  );
}

function readComment(given: string): string {
  const text = given.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim();
  if (text.length <= COMMENT_LENGTH) return text;
  throw new Refusal('invalid_input', `At most ${COMMENT_LENGTH} characters.`, { field: 'comment' });
}

/** Another id than the given one: a visitor who gives a person's id must not reach that person's vote. */
function idOfVisitor(visitor: string | undefined): string {
  if (visitor === undefined) {
    throw new Refusal('invalid_input', 'A vote without a session needs a visitor id.', { field: 'visitor' });
  }
  const hex = createHash('sha256').update(`visitor ${visitor.toLowerCase()}`).digest('hex');
  return [8, 12, 16, 20, 32].map((end, at, ends) => hex.slice(ends[at - 1] ?? 0, end)).join('-');
}
