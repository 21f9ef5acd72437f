import { COMMENT_LENGTH } from '@beseda/shared/domain/limits';
import type { CommentState, Locale } from '@beseda/shared/domain/words';
import { type Context, nowIso } from '../context/context';
import { notFound, Refusal } from '../context/refusal';
import { isRequester } from '../db/actor';
import type { Transaction } from '../db/connect';

export interface NewComment {
  /** Made by the client: the same one twice is one comment. */
  id: string;
  article: number;
  locale: Locale;
  text: string;
  /** Uploads of the same person, in their order. */
  files: readonly string[];
}

const MOST_FILES = 5;
const MOST_PER_DAY = 20;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Writes a comment of signed-in staff under an article that they may read. Gives what becomes of it. Refuses with
 * `forbidden`, `not_found`, `invalid_input`, `too_many_requests`.
 */
export async function addComment(ctx: Context, input: NewComment): Promise<CommentState> {
  const { actor } = ctx;
  if (!isRequester(actor)) throw new Refusal('forbidden', 'Comments are for signed-in staff.');
  const mode = await ctx.settings.get('kb.comments');
  const found = ctx.articles.find(actor, String(input.article), input.locale);
  if (mode === 'off' || found?.article.number !== input.article) throw notFound();
  const text = readText(input.text);
  if (input.files.length > MOST_FILES) {
    throw new Refusal('invalid_input', `A comment takes ${MOST_FILES} files.`, { field: 'files' });
  }
  const state = mode === 'open' ? 'shown' : 'waiting';
  return ctx.inTransaction(async (tx) => {
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`comments ${actor.personId}`}, 0))`;
    const known = await findOwn(tx, input.id);
    if (known) return known;
    await refuseFlood(tx, actor.personId, new Date(ctx.now() - DAY_MS).toISOString());
    await tx.sql`
      insert into article_comments (id, article_number, locale, person_id, company_id, text, state, created_at)
      values (${input.id}, ${input.article}, ${found.article.locale}, ${actor.personId}, ${actor.companyId}, ${text},
        ${state}, ${nowIso(ctx)})`;
    await tie(tx, input, actor.personId);
    return state;
  });
}

/** Refuses with `invalid_input`. */
export function readText(given: string): string {
  const text = given.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim();
  if (text !== '' && text.length <= COMMENT_LENGTH) return text;
  throw new Refusal('invalid_input', `A comment has 1 to ${COMMENT_LENGTH} characters.`, {
    field: 'text',
  });
}

/** Row-level security shows a requester their own rows: another's id looks free here, and is refused by its key. */
async function findOwn({ sql }: Transaction, id: string): Promise<CommentState | undefined> {
  const [row] = await sql<{ state: CommentState }[]>`select state from article_comments where id = ${id}`;
  return row?.state;
}

async function refuseFlood({ sql }: Transaction, personId: string, since: string): Promise<void> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from article_comments where person_id = ${personId} and created_at > ${since}`;
  if ((row?.count ?? 0) >= MOST_PER_DAY) {
    throw new Refusal('too_many_requests', `Not more than ${MOST_PER_DAY} comments a day are taken.`);
  }
}

async function tie({ sql }: Transaction, { id, files }: NewComment, personId: string): Promise<void> {
  if (files.length === 0) return;
  const tied = await sql`
    update attachments a set comment_id = ${id}, position = given.at
    from unnest(${[...files]}::uuid[]) with ordinality as given (file, at)
    where a.id = given.file and a.uploader_id = ${personId} and a.message_id is null and a.comment_id is null`;
  if (tied.count !== files.length) {
    throw new Refusal('invalid_input', 'Some files were not uploaded, or belong elsewhere.', {
      field: 'files',
    });
  }
}
