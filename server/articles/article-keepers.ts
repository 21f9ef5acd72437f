import type { Transaction } from '../db/connect';
import type { FileProblem } from './article-file';

/** Who keeps an article fresh, by email, and when they look at it again (`YYYY-MM-DD`). */
export interface Keeper {
  owner: string | null;
  checkBy: string | null;
}
export type Keepers = ReadonlyMap<number, Keeper>;

/** Of the articles that have any. */
export async function loadKeepers({ sql }: Transaction): Promise<Keepers> {
  const rows = await sql<(Keeper & { number: number })[]>`
    select p.number, a.email as owner, p.check_by::text as "checkBy"
    from article_places p left join agents a on a.id = p.owner_id
    where p.owner_id is not null or p.check_by is not null`;
  return new Map(rows.map(({ number, ...keeper }) => [number, keeper]));
}

/** What is null stays as it is. Names owners that are no agents here. */
export async function writeKeepers(
  { sql }: Transaction,
  wanted: Keepers,
  file: string,
): Promise<FileProblem[]> {
  if (wanted.size === 0) return [];
  const emails = [...new Set([...wanted.values()].flatMap(({ owner }) => owner?.toLowerCase() ?? []))];
  const agents = await sql<{ id: string; email: string }[]>`
    select id, lower(email) as email from agents where lower(email) = any(${emails}) and not disabled`;
  const ids = new Map(agents.map(({ id, email }) => [email, id]));
  const numbers = [...wanted.keys()];
  const owners = numbers.map((number) => ids.get(wanted.get(number)?.owner?.toLowerCase() ?? '') ?? null);
  const dates = numbers.map((number) => wanted.get(number)?.checkBy ?? null);
  await sql`
    update article_places p set owner_id = coalesce(w.owner, p.owner_id), check_by = coalesce(w.day, p.check_by)
    from unnest(${numbers}::int[], ${owners}::uuid[], ${dates}::date[]) as w (number, owner, day)
    where p.number = w.number`;
  return emails
    .filter((email) => !ids.has(email))
    .map((email) => ({ file, line: 1, reason: `${email} is no agent here: their articles have no owner` }));
}
