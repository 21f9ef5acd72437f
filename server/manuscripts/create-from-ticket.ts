import type { Locale } from '@beseda/shared/domain/words';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { createArticle } from './create-article';
import { maskPeople } from './mask-people';
import { requireWriter } from './may-publish';

interface Source {
  id: string;
  subject: string;
  locale: Locale;
  company: string;
  people: string[];
}

interface Said {
  seq: number;
  author: 'requester' | 'agent' | 'system';
  text: string;
}

const MOST_TITLE = 200;

/**
 * Begins an article from a ticket: its first question, and the answers whose `seq` are chosen, else the last one. Notes are
 * no answers. Who wrote is masked; the ticket is kept as the article's source. Refuses with `not_found`.
 */
export async function createFromTicket(
  ctx: Context,
  { ticket, answers }: { ticket: number; answers?: readonly number[] },
): Promise<{ number: number; locale: Locale }> {
  requireWriter(ctx.actor);
  const { source, said } = await ctx.inTransaction(async (tx) => {
    const found = await loadSource(tx, ticket);
    if (!found) throw notFound();
    return { source: found, said: await loadMessages(tx, found.id) };
  });
  const mask = (text: string) => maskPeople(text, source);
  const question = said.find(({ author }) => author === 'requester');
  const replies = said.filter(({ author }) => author === 'agent');
  const chosen = answers ? replies.filter(({ seq }) => answers.includes(seq)) : replies.slice(-1);
  const quoted = question ? mask(question.text).trim().replace(/^/gm, '> ') : '';
  const body = [quoted, ...chosen.map(({ text }) => mask(text).trim())].filter((part) => part !== '');
  const { number } = await createArticle(ctx, {
    locale: source.locale,
    title: mask(source.subject).slice(0, MOST_TITLE),
    body: `${body.join('\n\n')}\n`,
    source: { ticket },
  });
  return { number, locale: source.locale };
}

async function loadSource({ sql }: Transaction, ticket: number): Promise<Source | null> {
  const [row] = await sql<Source[]>`
    select c.id, c.subject, coalesce(c.locale, 'ru') as locale, o.name as company,
      array(select p.name from people p where p.id = c.person_id or p.id in (
        select f.person_id from followers f where f.conversation_id = c.id)) as people
    from tickets t join conversations c on c.id = t.conversation_id join companies o on o.id = c.company_id
    where t.number = ${ticket}`;
  return row ?? null;
}

async function loadMessages({ sql }: Transaction, conversationId: string): Promise<readonly Said[]> {
  return sql<Said[]>`
    select e.seq, e.author_kind as author, m.text from messages m
      join events e on e.conversation_id = m.conversation_id and e.seq = m.seq
    where m.conversation_id = ${conversationId} and m.audience = 'all' order by e.seq`;
}
