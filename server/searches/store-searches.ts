import type { Locale } from '@beseda/shared/domain/words';
import { SYSTEM } from '../db/actor';
import type { Database, Transaction } from '../db/connect';
import { toJson } from '../db/to-json';
import { keyOfQuery } from './key-of-query';
import { maskPersonal } from './mask-personal';
import type { Sitting } from './sitting';

const MOST_QUERY = 200;
const LEAST_DRAFT = 3;
const ROWS_AT_ONCE = 500;

interface Batch {
  /** May go on: their rows are written again then. */
  resting: readonly Sitting[];
  over: readonly Sitting[];
}

/** Keeps what was looked for, and counts what came of it for each article. */
export async function storeSearches(database: Database, { resting, over }: Batch): Promise<void> {
  const sittings = [...resting, ...over.filter(({ isDirty }) => isDirty)];
  const rows = sittings.map(toRow).filter((row) => row !== null);
  const kept = new Set(rows.map(({ id }) => id));
  const gone = sittings.map(({ id }) => id).filter((id) => !kept.has(id));
  const counts = countArticles(over);
  await database.inTransaction(SYSTEM, async (tx) => {
    if (gone.length > 0) await tx.sql`delete from article_searches where id = any(${gone}::uuid[])`;
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await storeRows(tx, rows.slice(from, from + ROWS_AT_ONCE));
    }
    for (let from = 0; from < counts.length; from += ROWS_AT_ONCE) {
      await addCounts(tx, counts.slice(from, from + ROWS_AT_ONCE));
    }
  });
}

/** Drafts that showed nothing and came to nothing are nobody's business; nor is small talk. */
function toRow(sitting: Sitting) {
  const query = maskPersonal(sitting.text, MOST_QUERY);
  const queryKey = keyOfQuery(query);
  const isDraft = sitting.kind === 'draft';
  const isTelling = sitting.outcome !== 'none' || sitting.shown.length > 0;
  if (isDraft && (!isTelling || (queryKey.length < LEAST_DRAFT && sitting.shown.length === 0))) return null;
  if (!isDraft && queryKey === '') return null;
  return {
    id: sitting.id,
    at: new Date(sitting.begunAt).toISOString(),
    kind: sitting.kind,
    place: sitting.place,
    locale: sitting.locale,
    company: sitting.companyId,
    visitor: sitting.visitor,
    query,
    key: queryKey,
    shown: sitting.shown,
    opened: [...sitting.opened],
    refused: [...sitting.refused],
    outcome: sitting.outcome,
    article: sitting.article,
    ticket: sitting.ticket,
  };
}

type Row = NonNullable<ReturnType<typeof toRow>>;

/**
 * A draft whose letters went to several nodes is one draft: the row that knows how it ended stays. Rows that are there
 * already are written anew.
 */
async function storeRows({ sql }: Transaction, rows: readonly Row[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${toJson(rows)}::jsonb) as r (id uuid, at timestamptz, kind text, place text,
    locale text, company uuid, visitor text, query text, key text, shown int[], opened int[], refused int[], outcome text,
    article int, ticket int)`;
  const alike = sql`
    s.visitor = r.visitor and s.id <> r.id and s.kind = 'draft' and r.kind = 'draft'
    and s.at between r.at - interval '30 minutes' and r.at + interval '30 minutes'
    and (starts_with(s.query, left(r.query, 15)) or starts_with(r.query, left(s.query, 15)))`;
  await sql`
    delete from article_searches s using ${given}
    where ${alike} and r.outcome in ('helped', 'asked') and s.outcome in ('none', 'opened')`;
  await sql`
    insert into article_searches (id, at, kind, place, locale, company_id, visitor, query, query_key, shown, opened, refused,
      outcome, article_number, ticket_number)
    select r.id, r.at, r.kind, r.place, r.locale, r.company, r.visitor, r.query, r.key, r.shown, r.opened, r.refused, r.outcome,
      r.article, r.ticket
    from ${given}
    where r.outcome in ('helped', 'asked') or not exists (
      select from article_searches s where ${alike} and s.outcome in ('helped', 'asked'))
    on conflict (id) do update set query = excluded.query, query_key = excluded.query_key, shown = excluded.shown,
      opened = excluded.opened, refused = excluded.refused, outcome = excluded.outcome,
      article_number = excluded.article_number, ticket_number = excluded.ticket_number`;
}

interface DayCount {
  day: string;
  number: number;
  locale: Locale;
  shown: number;
  opened: number;
  helped: number;
  refused: number;
  asked: number;
  passed: number;
}

function countArticles(over: readonly Sitting[]): DayCount[] {
  const counts = new Map<string, DayCount>();
  const of = (day: string, number: number, locale: Locale) => {
    const key = `${day} ${locale} ${number}`;
    const none = { shown: 0, opened: 0, helped: 0, refused: 0, asked: 0, passed: 0 };
    const found = counts.get(key) ?? { day, number, locale, ...none };
    counts.set(key, found);
    return found;
  };
  for (const { shown, opened, refused, outcome, article, begunAt, locale } of over) {
    const day = new Date(begunAt).toISOString().slice(0, 10);
    for (const number of shown) of(day, number, locale).shown++;
    for (const number of opened) of(day, number, locale).opened++;
    for (const number of refused) of(day, number, locale).refused++;
    if (outcome === 'helped' && article !== null) of(day, article, locale).helped++;
    if (outcome !== 'asked') continue;
    for (const number of opened) of(day, number, locale).asked++;
    for (const number of shown) if (!opened.has(number)) of(day, number, locale).passed++;
  }
  return [...counts.values()].sort((a, b) => a.number - b.number || (a.locale < b.locale ? -1 : 1));
}

async function addCounts({ sql }: Transaction, counts: readonly DayCount[]): Promise<void> {
  await sql`
    insert into article_days as d (day, article_number, locale, shown, opened, helped, refused, asked, passed)
    select r.day, r.number, r.locale, r.shown, r.opened, r.helped, r.refused, r.asked, r.passed
    from jsonb_to_recordset(${toJson(counts)}::jsonb) as r (day date, number int, locale text, shown int, opened int,
      helped int, refused int, asked int, passed int)
    where exists (select from articles a where a.number = r.number)
    order by r.day, r.number, r.locale
    on conflict (day, article_number, locale) do update set shown = d.shown + excluded.shown, opened = d.opened + excluded.opened, helped = d.helped + excluded.helped,
      refused = d.refused + excluded.refused, asked = d.asked + excluded.asked, passed = d.passed + excluded.passed`;
}
