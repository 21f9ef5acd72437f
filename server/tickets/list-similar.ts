import type { SimilarTicket } from '@beseda/shared/protocol/http';
import { trimRoute } from '../articles/search/match-route';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester, type RequesterActor, SYSTEM } from '../db/actor';
import { toIso } from '../db/instants';
import { compareTopics, readTopic, type Topic } from './compare-topics';
import { signOffer } from './sign-offer';

/** Newest first; a company with more open tickets than this has its older ones left out. */
const MOST_COMPARED = 200;
const MOST_SHOWN = 3;
/** A page is shared by many topics: it says less than words do. */
const MOST_BY_PAGE = 1;

interface OpenTicket {
  id: string;
  number: number;
  subject: string;
  createdAt: string;
  page: { url: string; route?: string | null | undefined };
  mine: boolean;
}

/**
 * Open tickets of the company that may be about what `q` says, or were asked on the page of `route`: number and title, and
 * nothing else of them. A colleague's come with an offer to join, unless the install lets staff see their own only.
 */
export async function listSimilar(
  ctx: Context,
  { q, route }: { q: string; route?: string | undefined },
): Promise<{ results: SimilarTicket[] }> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw notFound();
  const topic = readTopic(q);
  const page = pageOf({ url: '', route });
  const found = (await loadOpen(ctx, actor)).flatMap((ticket) => judge(ticket, topic, page));
  const bySubject = found.filter(({ by }) => by === 'subject').sort((a, b) => b.score - a.score);
  const byPage = found.filter(({ by }) => by === 'page').slice(0, MOST_BY_PAGE);
  return {
    results: [...bySubject, ...byPage]
      .slice(0, MOST_SHOWN)
      .map(({ ticket, by }) => present(ctx, actor, ticket, by)),
  };
}

/** As the system, and of titles only: of a colleague's ticket the asking person sees nothing else. */
async function loadOpen(ctx: Context, actor: RequesterActor): Promise<OpenTicket[]> {
  const own = (await ctx.settings.get('tickets.similar')) === 'own' && actor.kind !== 'manager';
  return ctx.database.inTransaction(SYSTEM, ({ sql }) => {
    const mine = sql`(c.person_id = ${actor.personId} or ${actor.personId} = any(c.follower_ids))`;
    return sql<OpenTicket[]>`
      select c.id, t.number::int, c.subject, c.created_at as "createdAt",
        jsonb_build_object('url', coalesce(c.page->>'url', ''), 'route', c.page->>'route') as page, ${mine} as mine
      from tickets t join conversations c on c.id = t.conversation_id
      where t.company_id = ${actor.companyId} and t.status in ('open', 'pending', 'on_hold')
        ${own ? sql`and ${mine}` : sql``}
      order by t.updated_at desc, t.number desc limit ${MOST_COMPARED}`;
  });
}

interface Judged {
  ticket: OpenTicket;
  by: SimilarTicket['by'];
  score: number;
}

function judge(ticket: OpenTicket, topic: Topic, page: string): Judged[] {
  const score = compareTopics(readTopic(ticket.subject), topic);
  if (score > 0) return [{ ticket, by: 'subject', score }];
  return page !== '' && page === pageOf(ticket.page) ? [{ ticket, by: 'page', score: 0 }] : [];
}

/** The path by which a page is known; '' for none, and for the first page, which is nobody's topic. */
function pageOf({ url, route }: OpenTicket['page']): string {
  const path = trimRoute(route || (URL.canParse(url) ? new URL(url).pathname : ''));
  return path === '/' ? '' : path;
}

/** Field by field: nothing else can slip through. */
function present(
  ctx: Context,
  { personId }: RequesterActor,
  { id, number, subject, createdAt, mine }: OpenTicket,
  by: SimilarTicket['by'],
): SimilarTicket {
  return {
    number,
    subject,
    createdAt: toIso(createdAt),
    by,
    conversationId: mine ? id : null,
    offer: mine ? null : signOffer(ctx, { personId, number }),
  };
}
