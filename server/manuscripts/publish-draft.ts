import { makeSlug } from '@beseda/shared/domain/make-slug';
import type { DraftText, PublishedText, PublishProblem } from '@beseda/shared/protocol/kb';
import { bumpArticlesVersion } from '../articles/articles-version';
import type { StoredArticle } from '../articles/load-articles';
import { trimBody } from '../articles/parse-article-file';
import { lockNumbers } from '../articles/take-article-number';
import { writePublished } from '../articles/write-published';
import { recordAudit } from '../audit/record-audit';
import { type Context, nowIso } from '../context/context';
import { Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { loadDraft, loadPublished } from './load-manuscript';
import { type DraftInput, lockDraft } from './lock-draft';
import { auditIdOf, type ManuscriptKey } from './manuscript-key';
import { requirePublisher } from './may-publish';

/** `baseVersion`: the published version that is known to be written over; the draft's own unless said. */
export type PublishInput = DraftInput & { note?: string | null; baseVersion?: number };

/**
 * Puts the draft before readers, as one version more. Refuses with `forbidden`; with `draft_conflict` when it is not the
 * draft that was seen; with `article_changed` when another version was published since it was begun; with `invalid_input`
 * for what is missing and `already_exists` for a slug of another article, by field.
 */
export async function publishDraft(
  ctx: Context,
  input: PublishInput,
): Promise<{ version: number; url: string }> {
  await requirePublisher(ctx);
  return ctx.inTransaction(async (tx) => {
    await lockNumbers(tx);
    const draft = await lockDraft(tx, input);
    const { published, article } = await prepare(ctx, tx, input, draft);
    return put(ctx, tx, published, { ...article, note: input.note ?? null });
  });
}

/** The same for a draft whose time has come, in the name of who chose it. What keeps it back stands in the draft then. */
export async function publishDue(ctx: Context, tx: Transaction, key: ManuscriptKey): Promise<void> {
  const draft = await loadDraft(tx, key);
  if (!draft?.schedule) return;
  try {
    const { published, article } = await prepare(ctx, tx, key, draft);
    await put(ctx, tx, published, { ...article, note: draft.schedule.note }, draft.schedule.by?.id ?? null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.sql`
      update article_drafts set publish_at = null, publish_by = null, publish_note = null,
        publish_problem = ${problemOf(error)}
      where number = ${key.number} and locale = ${key.locale}`;
  }
}

function problemOf({ code }: Refusal): PublishProblem {
  if (code === 'already_exists') return 'slug_taken';
  return code === 'article_changed' ? 'article_changed' : 'incomplete';
}

type Fresh = Omit<StoredArticle, 'version' | 'section' | 'category' | 'position'>;

/** The article that a draft makes, and what it takes the place of. Refuses where it cannot be one. */
export async function prepare(
  ctx: Context,
  tx: Transaction,
  { number, locale, baseVersion }: ManuscriptKey & { baseVersion?: number },
  draft: DraftText,
): Promise<{ published: PublishedText | null; article: Fresh }> {
  const published = await loadPublished(tx, { number, locale });
  if ((published?.version ?? null) !== (baseVersion ?? draft.baseVersion) && published !== null) {
    throw new Refusal(
      'article_changed',
      'The article was published by somebody else since this draft was begun.',
      {
        details: { version: published.version },
      },
    );
  }
  const { title, sectionNumber } = draft;
  const body = trimBody(draft.body);
  if (title === '') throw missing('title', 'The article has no title yet.');
  if (body === '') throw missing('body', 'The article has no text yet.');
  const [section] =
    await tx.sql`select 1 from sections where number = ${sectionNumber} and locale = ${locale}`;
  if (!section || sectionNumber === null)
    throw missing('sectionNumber', 'Choose a section that has a name in this language.');
  const slug = await findSlug(tx, { number, locale }, draft);
  const today = dayOf(ctx.now());
  const { keywords, routes, visibility, plans, roles, author, translatedFrom, translatedVersion } = draft;
  const rule = { visibility, plans, roles };
  const origin = { translatedFrom, translatedVersion };
  const dates = { posted: published?.posted ?? today, updated: today };
  const text = { number, locale, slug, title, sectionNumber, keywords, routes, author, body };
  return { published, article: { ...text, ...rule, ...origin, ...dates } };
}

function missing(field: string, message: string): Refusal {
  return new Refusal('invalid_input', message, { field });
}

/** The one that was chosen, else one made from the title; no two articles of a locale have the same. */
async function findSlug(
  { sql }: Transaction,
  { number, locale }: ManuscriptKey,
  draft: DraftText,
): Promise<string> {
  const wanted = draft.slug ?? (makeSlug(draft.title) || 'article');
  const [taken] = await sql`
    select 1 from articles where locale = ${locale} and slug = ${wanted} and number <> ${number}`;
  if (!taken) return wanted;
  if (draft.slug === null) return `${wanted}-${number}`;
  throw new Refusal('already_exists', 'Another article has this address.', { field: 'slug' });
}

async function put(
  ctx: Context,
  tx: Transaction,
  published: PublishedText | null,
  { note, ...fresh }: Fresh & { note: string | null },
  by: string | null = ctx.actor.kind === 'agent' ? ctx.actor.agentId : null,
): Promise<{ version: number; url: string }> {
  const { number, locale, title } = fresh;
  const article = { ...fresh, section: '', category: null, version: 0, position: number };
  await writePublished(tx, [article], { by, at: nowIso(ctx), note });
  await tx.sql`delete from article_drafts where number = ${number} and locale = ${locale}`;
  const after = await loadPublished(tx, { number, locale });
  if (!after) throw new Error('An article that was published is there.');
  await recordAudit(ctx, tx, {
    kind: 'article',
    id: auditIdOf(fresh),
    name: title,
    ...(published ? { before: tellAudit(published) } : {}),
    after: tellAudit(after),
  });
  await bumpArticlesVersion(tx);
  return { version: after.version, url: after.url };
}

/** What the history says of an article; its text stands in its versions. */
export function tellAudit(published: PublishedText): object {
  const { version, title, slug, sectionNumber, visibility, plans, roles } = published;
  return { version, title, slug, section: sectionNumber, visibility, plans, roles };
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow', dateStyle: 'short' });

/** The date in Moscow, `YYYY-MM-DD`. */
function dayOf(instant: number): string {
  return DAY.format(instant);
}
