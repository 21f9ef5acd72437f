import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { AgentName } from '@beseda/shared/protocol/kb';
import {
  CHECK_KINDS,
  type CheckKind,
  type CheckList,
  type CheckRow,
  type LinkProblem,
} from '@beseda/shared/protocol/kb-checks';
import { keyOf } from '../articles/load-articles';
import { type Context, nowIso } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { agentName } from '../manuscripts/load-manuscript';
import { requireWriter } from '../manuscripts/may-publish';
import { loadOutside } from '../outside-links/load-outside';
import { findBrokenLinks, type Surroundings } from './find-broken-links';
import { findPictures } from './find-pictures';
import { dayOf } from './mark-checked';

const DAY_MS = 86_400_000;

interface CheckQuery {
  kind: CheckKind;
  /** An agent's id. */
  owner?: string;
  cursor?: string;
  limit: number;
}

/** An article in one language, published or a draft. Dates are days, moments are Postgres's. */
interface Written {
  number: number;
  locale: Locale;
  title: string;
  owner: AgentName | null;
  checkBy: string | null;
  /** Null: not published. */
  updated: string | null;
  reviewAt: string | null;
  /** When the original was published that this translation is behind. */
  behindSince: string | null;
}

/** Articles that want to be looked at, what waits longest first. Refuses with `forbidden` and `invalid_cursor`. */
export async function listChecks(ctx: Context, query: CheckQuery): Promise<CheckList> {
  requireWriter(ctx.actor);
  const staleDays = await ctx.settings.get('kb.stale_days');
  const own = new URL(ctx.environment.publicUrl).origin;
  const { rows, around, outside } = await ctx.inTransaction(async (tx) => ({
    rows: await loadWritten(tx, query.owner),
    around: await loadSurroundings(tx),
    outside: await loadOutside(tx, nowIso(ctx)),
  }));
  const articles = ctx.articles.published();
  const broken = await findBrokenLinks(articles, { ...around, outside: outside.broken, own });
  const pictures = findPictures(articles, own);
  const published = rows.filter((row) => row.updated !== null);
  const checks: Record<CheckKind, CheckRow[]> = {
    stale: findStale(published, ctx.now(), staleDays),
    review: rows.flatMap((row) => since(row, row.reviewAt)),
    behind: published.flatMap((row) => since(row, row.behindSince)),
    untranslated: findUntranslated(published),
    links: withProblems(published, broken),
    pictures: withProblems(published, pictures),
  };
  const counts = Object.fromEntries(CHECK_KINDS.map((kind) => [kind, checks[kind].length]));
  const summary = { counts: counts as CheckList['counts'], outside: outside.summary };
  return { ...summary, ...cutPage(checks[query.kind], query) };
}

function withProblems(published: readonly Written[], found: ReadonlyMap<string, LinkProblem[]>): CheckRow[] {
  return published.flatMap((row) => {
    const problems = found.get(keyOf(row)) ?? [];
    return problems.length > 0 ? since(row, row.updated, problems) : [];
  });
}

function since(row: Written, at: string | null, problems: LinkProblem[] = []): CheckRow[] {
  const { number, locale, title, owner, checkBy } = row;
  return at === null ? [] : [{ number, locale, title, owner, checkBy, since: toIso(at), problems }];
}

/** One row for an article: a date to check it by holds for all its languages, and outweighs its age. */
function findStale(published: readonly Written[], now: number, staleDays: number): CheckRow[] {
  const today = dayOf(new Date(now));
  const oldest = new Map<number, Written>();
  for (const row of published) {
    const other = oldest.get(row.number);
    if (!other || (row.updated ?? '') < (other.updated ?? '')) oldest.set(row.number, row);
  }
  const limit = staleDays > 0 ? dayOf(new Date(now - staleDays * DAY_MS)) : '';
  return [...oldest.values()].flatMap((row) => {
    if (row.checkBy !== null) return row.checkBy < today ? since(row, row.checkBy) : [];
    return (row.updated ?? '') < limit ? since(row, row.updated) : [];
  });
}

function findUntranslated(published: readonly Written[]): CheckRow[] {
  const there = new Set(published.map(keyOf));
  return published.flatMap((row) =>
    LOCALES.filter((locale) => !there.has(keyOf({ number: row.number, locale }))).flatMap((locale) =>
      since({ ...row, locale }, row.updated),
    ),
  );
}

function cutPage(rows: CheckRow[], { cursor, limit }: CheckQuery): Pick<CheckList, 'results' | 'next'> {
  const sorted = rows.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
  const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'number', 'number']);
  const [at = '', number, locale] = after ?? [];
  const rest = after
    ? sorted.filter((row) => compare(placeOf(row), [at, Number(number), Number(locale)]) > 0)
    : sorted;
  const results = rest.slice(0, limit);
  const last = results.at(-1);
  return { results, next: last && rest.length > limit ? encodeCursor(placeOf(last)) : null };
}

type Place = [since: string, number: number, locale: number];
const placeOf = ({ since: at, number, locale }: CheckRow): Place => [at, number, LOCALES.indexOf(locale)];

function compare(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] - b[1] || a[2] - b[2];
}

async function loadWritten({ sql }: Transaction, owner: string | undefined): Promise<Written[]> {
  return [
    ...(await sql<Written[]>`
      select number, locale, case when a.number is null then d.title else a.title end as title,
        ${agentName(sql, 'p.owner_id')} as owner, p.check_by::text as "checkBy", a.updated::text,
        case when d.state = 'review' then coalesce(d.review_at, d.edited_at) end as "reviewAt",
        (select coalesce(v.published_at, o.updated::timestamptz) from articles o
          left join article_versions v using (number, locale, version)
          where o.number = a.number and o.locale = a.translated_from and o.version > a.translated_version
        ) as "behindSince"
      from articles a full join article_drafts d using (number, locale) left join article_places p using (number)
      where ${owner === undefined ? sql`true` : sql`p.owner_id = ${owner}`}`),
  ];
}

async function loadSurroundings({
  sql,
}: Transaction): Promise<Pick<Surroundings, 'written' | 'moved' | 'files'>> {
  const written = await sql<{ number: number }[]>`
    select number from article_drafts union select number from article_versions`;
  const moved = await sql<{ number: number }[]>`
    select distinct substring(path from '^/help/(?:ru|en)/article/([0-9]{1,9})$')::int as number from redirects
    where path ~ '^/help/(ru|en)/article/[0-9]{1,9}$'`;
  const files = await sql<{ id: string }[]>`select id from article_files`;
  return {
    written: new Set(written.map(({ number }) => number)),
    moved: new Set(moved.map(({ number }) => number)),
    files: new Set(files.map(({ id }) => id)),
  };
}
