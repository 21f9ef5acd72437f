import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Page } from '@beseda/shared/protocol/http';
import type { ManuscriptRow } from '@beseda/shared/protocol/kb';
import type { Context } from '../context/context';
import { decodeCursor, encodeCursor } from '../context/cursor';
import { likeOf } from '../context/like-of';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { agentName } from './load-manuscript';
import { requireWriter } from './may-publish';

/** What may be asked for: drafts, drafts of what was never published, those in review or with a time, what is published. */
export const MANUSCRIPT_STATES = ['draft', 'unpublished', 'review', 'scheduled', 'published'] as const;

export interface ManuscriptQuery {
  state?: (typeof MANUSCRIPT_STATES)[number];
  locale?: Locale;
  section?: number;
  /** An agent's id. */
  owner?: string;
  q?: string;
  cursor?: string;
  limit: number;
}

type Sql = Transaction['sql'];

const STATES: Record<(typeof MANUSCRIPT_STATES)[number], (sql: Sql) => ReturnType<Sql>> = {
  draft: (sql) => sql`d.number is not null`,
  unpublished: (sql) => sql`a.number is null`,
  review: (sql) => sql`d.state = 'review'`,
  scheduled: (sql) => sql`d.publish_at is not null`,
  published: (sql) => sql`a.number is not null`,
};

/** Every article in every locale in which something is written, what was changed last first. */
export async function listManuscripts(ctx: Context, query: ManuscriptQuery): Promise<Page<ManuscriptRow>> {
  requireWriter(ctx.actor);
  const after =
    query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'number', 'number']);
  const rows = await ctx.inTransaction(
    ({ sql }) => sql<(ManuscriptRow & { changedExactly: string })[]>`
      select * from (${manuscripts(sql, query)}) m
      where ${after === null ? sql`true` : comesAfter(sql, after)}
      order by "changedAt" desc, number desc, locale desc limit ${query.limit + 1}`,
  );
  const results = rows.slice(0, query.limit).map((row) => ({
    ...row,
    changedAt: toIso(row.changedAt),
    publishAt: row.publishAt === null ? null : toIso(row.publishAt),
  }));
  const last = results.at(-1);
  const more = rows.length > query.limit && last;
  const cursor = more ? encodeCursor([last.changedAt, last.number, LOCALES.indexOf(last.locale)]) : null;
  return { results, next: cursor };
}

function comesAfter(sql: Sql, [at, number, locale]: readonly [string, string, string]): ReturnType<Sql> {
  const word = LOCALES[Number(locale)] ?? '';
  return sql`("changedAt", number, locale) < (${at}::timestamptz, ${Number(number)}::int, ${word}::text)`;
}

function manuscripts(sql: Sql, { state, locale, section, owner, q }: ManuscriptQuery): ReturnType<Sql> {
  const like = likeOf(q);
  const number = /^\d{1,9}$/.test(q?.trim() ?? '') ? Number(q) : 0;
  const sectionNumber = sql`case when d.number is null then a.section_number else d.section_number end`;
  return sql`
    select number, locale, coalesce(d.title, a.title) as title, coalesce(d.visibility, a.visibility) as visibility,
      (select jsonb_build_object('number', s.number, 'title', s.title) from sections s
        where s.number = ${sectionNumber} and s.locale = coalesce(a.locale, d.locale)) as section,
      a.version, d.state as draft, d.publish_at as "publishAt", ${agentName(sql, 'p.owner_id')} as owner,
      p.check_by::text as "checkBy", coalesce(d.edited_at, v.published_at, a.updated::timestamptz) as "changedAt",
      case when d.number is null then ${agentName(sql, 'v.published_by')} else ${agentName(sql, 'd.edited_by')} end
        as "changedBy"
    from articles a full join article_drafts d using (number, locale)
      left join article_versions v using (number, locale, version)
      left join article_places p using (number)
    where ${state ? STATES[state](sql) : sql`true`}
      and ${locale ? sql`locale = ${locale}` : sql`true`}
      and ${section === undefined ? sql`true` : sql`${sectionNumber} = ${section}`}
      and ${owner ? sql`p.owner_id = ${owner}` : sql`true`}
      and ${like === null ? sql`true` : sql`(coalesce(d.title, a.title) ilike ${like} or number = ${number})`}`;
}
