import type { Evidence } from '@beseda/shared/domain/event';
import type { ArticleFate, TicketArticle } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import { loadThread } from '../conversations/load-thread';
import type { Transaction } from '../db/connect';
import { cutPassage } from './cut-passage';
import type { Viewer } from './may-read';

const MOST_FOUND = 8;
const MOST_SUGGESTED = 4;
/** What was said first says what it is about. */
const MESSAGES_READ = 3;

interface Asked {
  thread: NonNullable<Awaited<ReturnType<typeof loadThread>>>;
  /** What the requester wrote. */
  text: string;
  /** The plan that counts for their company, as of now. */
  plan: string | null;
}

/**
 * Articles for the answer to a ticket, in its requester's language: those that `q` finds, or with an empty `q` those that
 * its text suggests. Each says whether the requester may read it and what became of it before. Refuses with not_found.
 */
export async function offerArticles(
  ctx: Context,
  { number, q }: { number: number; q: string },
): Promise<{ results: TicketArticle[] }> {
  const { actor } = ctx;
  if (actor.kind !== 'agent') throw notFound();
  const { thread, text, plan } = await ctx.inTransaction((tx) => readAsked(tx, number));
  const locale = thread.personLocale;
  const route = thread.page?.route;
  const hits =
    q.trim() === ''
      ? ctx.articles.suggest(actor, { q: text, locale, limit: MOST_SUGGESTED, ...(route && { route }) })
      : ctx.articles.search(actor, { q, locale, limit: MOST_FOUND });
  const reader = readerOf(thread, plan);
  const mayRead = (article: number) =>
    ctx.articles.find(reader, String(article), locale)?.article.number === article;
  const results = hits.map((hit): TicketArticle => {
    const body = ctx.articles.find(actor, String(hit.number), locale)?.article.body ?? '';
    return {
      ...hit,
      link: ctx.environment.publicUrl + hit.url,
      passage: cutPassage(body, hit.snippet),
      readable: mayRead(hit.number),
      fate: fateOf(thread.evidence, hit.number),
    };
  });
  return { results: results.sort((a, b) => Number(b.readable) - Number(a.readable)) };
}

async function readAsked(tx: Transaction, number: number): Promise<Asked> {
  const thread = await loadThread(tx, { number });
  if (!thread) throw notFound();
  const messages = await tx.sql<{ text: string }[]>`
    select m.text from messages m join events e on e.conversation_id = m.conversation_id and e.seq = m.seq
    where m.conversation_id = ${thread.id} and e.author_kind = 'requester' order by m.seq limit ${MESSAGES_READ}`;
  const [counted] = await tx.sql<{ plan: string | null }[]>`
    select coalesce((select key from plans where key = ${thread.plan}),
      (select key from plans where is_default)) as plan`;
  const text = [thread.subject, ...messages.map((message) => message.text)].join('\n');
  return { thread, text, plan: counted?.plan ?? null };
}

/** The requester as the knowledge base sees them; distributors read what everybody does. */
function readerOf(thread: Asked['thread'], plan: string | null): Viewer {
  const { personRole, personId, personName: name, personLocale: locale, companyId } = thread;
  if (personRole === 'distributor') return null;
  const kind = personRole === 'manager' ? 'manager' : 'requester';
  return { kind, personId, companyId, appId: null, sessionId: '', name, locale, plan };
}

function fateOf(evidence: Evidence | null, number: number): ArticleFate | null {
  for (const fate of ['refused', 'opened', 'shown'] as const)
    if (evidence?.[fate].includes(number)) return fate;
  return null;
}
