import type { OtherEditor } from '@beseda/shared/protocol/kb';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import type { Actor } from '../db/actor';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import type { ManuscriptKey } from './manuscript-key';
import { isArticle } from './save-draft';

/** A page says every 15 s that it is open; one that has missed two of these is gone. */
const SEEN_MS = 40_000;

/** Says that this agent has the article open to write it, and answers who else has. Refuses with `not_found`. */
export async function announceEditing(ctx: Context, key: ManuscriptKey): Promise<{ others: OtherEditor[] }> {
  const agentId = editorId(ctx.actor);
  const { number, locale } = key;
  const gone = new Date(ctx.now() - SEEN_MS).toISOString();
  const rows = await ctx.inTransaction(async (tx) => {
    if (!(await isArticle(tx, number))) throw notFound();
    const { sql } = tx;
    await forget(tx, gone);
    const row = { number, locale, agent_id: agentId, since: nowIso(ctx), seen_at: nowIso(ctx) };
    await sql`
      insert into article_editors ${sql(row)}
      on conflict (number, locale, agent_id) do update set seen_at = excluded.seen_at`;
    return sql<OtherEditor[]>`
      select a.name, e.since from article_editors e join agents a on a.id = e.agent_id
      where e.number = ${number} and e.locale = ${locale} and e.agent_id <> ${agentId} and e.seen_at > ${gone}
      order by e.since, a.name`;
  });
  return { others: rows.map(({ name, since }) => ({ name, since: toIso(since) })) };
}

/** Says that this agent has closed the article. */
export async function endEditing(ctx: Context, key: ManuscriptKey): Promise<void> {
  const agentId = editorId(ctx.actor);
  await ctx.inTransaction(async (tx) => {
    if (!(await isArticle(tx, key.number))) throw notFound();
    await tx.sql`
      delete from article_editors
      where number = ${key.number} and locale = ${key.locale} and agent_id = ${agentId}`;
  });
}

/** Whoever is gone; a row that another announcement holds is left to that. */
async function forget({ sql }: Transaction, gone: string): Promise<void> {
  await sql`
    delete from article_editors where (number, locale, agent_id) in (
      select number, locale, agent_id from article_editors where seen_at <= ${gone} for update skip locked)`;
}

function editorId(actor: Actor): string {
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  return actor.agentId;
}
