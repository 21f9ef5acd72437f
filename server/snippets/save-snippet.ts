import { hasSnippets } from '@beseda/shared/domain/expand-snippets';
import { makeSlug } from '@beseda/shared/domain/make-slug';
import { uuidv7 } from '@beseda/shared/domain/uuid';
import type { Snippet, SnippetFields } from '@beseda/shared/protocol/knowledge';
import { bumpArticlesVersion } from '../articles/articles-version';
import { readLine } from '../audit/read-line';
import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { loadSnippet } from './list-snippets';

/** `key`: made from the title unless it is the translation of another snippet, whose key it takes. */
export type NewSnippet = SnippetFields & { key?: string };

/** Makes a snippet. Refuses with `invalid_input`, `already_exists`. */
export async function createSnippet(ctx: Context, input: NewSnippet): Promise<Snippet> {
  const title = readLine(input.title, 'title');
  const id = uuidv7(ctx.now());
  return ctx.inTransaction(async (tx) => {
    const key = input.key ?? (await freeKey(tx, title));
    const made = await tx.sql`
      insert into article_snippets (id, key, locale, title, body, updated_by, updated_at)
      values (${id}, ${key}, ${input.locale}, ${title}, ${readBody(input.body)}, ${authorOf(ctx)}, ${nowIso(ctx)})
      on conflict (locale, key) do nothing`;
    if (made.count === 0) {
      throw new Refusal('already_exists', 'There is a snippet of this key in this language.', {
        field: 'key',
      });
    }
    await bumpArticlesVersion(tx);
    return loadSnippet(tx, id);
  });
}

/** Changes what a snippet says, wherever it stands. Refuses with `not_found`, `invalid_input`. */
export async function updateSnippet(
  ctx: Context,
  id: string,
  patch: Partial<Pick<SnippetFields, 'title' | 'body'>>,
): Promise<Snippet> {
  return ctx.inTransaction(async (tx) => {
    const before = await loadSnippet(tx, id);
    const title = patch.title === undefined ? before.title : readLine(patch.title, 'title');
    const body = patch.body === undefined ? before.body : readBody(patch.body);
    await tx.sql`
      update article_snippets set title = ${title}, body = ${body}, updated_by = ${authorOf(ctx)},
        updated_at = ${nowIso(ctx)} where id = ${id}`;
    await bumpArticlesVersion(tx);
    return loadSnippet(tx, id);
  });
}

function readBody(body: string): string {
  const text = body.trim();
  if (text !== '' && !hasSnippets(text)) return text;
  throw new Refusal('invalid_input', 'A snippet has a text, and no other snippets in it.', { field: 'body' });
}

function authorOf({ actor }: Context): string {
  if (actor.kind !== 'agent') throw new Refusal('forbidden', 'This is for agents.');
  return actor.agentId;
}

async function freeKey({ sql }: Transaction, title: string): Promise<string> {
  const words =
    makeSlug(title)
      .replace(/[^a-z\d-]+/g, '')
      .replace(/^-+|-+$|-(?=-)/g, '') || 'snippet';
  const rows = await sql<{ key: string }[]>`
    select distinct key from article_snippets where key like ${`${words}%`}`;
  const taken = new Set(rows.map(({ key }) => key));
  let key = words;
  for (let copy = 2; taken.has(key); copy++) key = `${words}-${copy}`;
  return key;
}
