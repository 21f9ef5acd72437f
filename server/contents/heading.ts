import type { Locale } from '@beseda/shared/domain/words';
import type { KbRule } from '@beseda/shared/protocol/kb-tree';
import { notFound, Refusal } from '../context/refusal';
import type { Transaction } from '../db/connect';

export type HeadingKind = 'category' | 'section';

export const TABLES = {
  category: { texts: 'categories', places: 'category_places' },
  section: { texts: 'sections', places: 'section_places' },
} as const;

/** A category or section as it is kept; a category stands in none and has no routes. */
export interface Heading extends KbRule {
  number: number;
  titles: Partial<Record<Locale, string>>;
  leads: Partial<Record<Locale, string>>;
  category: number | null;
  routes: string[];
}

/** Refuses with `not_found`. */
export async function loadHeading(tx: Transaction, kind: HeadingKind, number: number): Promise<Heading> {
  const { sql } = tx;
  const texts = await sql<{ locale: Locale; title: string; lead: string }[]>`
    select locale, title, lead from ${sql(TABLES[kind].texts)} where number = ${number}`;
  const [place] =
    kind === 'section'
      ? await sql<Omit<Heading, 'titles' | 'leads'>[]>`
          select number, visibility, plans, roles, category_number as category, routes from section_places
          where number = ${number}`
      : await sql<Omit<Heading, 'titles' | 'leads'>[]>`
          select number, visibility, plans, roles, null as category, '{}'::text[] as routes from category_places
          where number = ${number}`;
  if (!place || texts.length === 0) throw notFound();
  return {
    ...place,
    titles: Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
    leads: Object.fromEntries(texts.map(({ locale, lead }) => [locale, lead])),
  };
}

/** Refuses with `invalid_input` plans that there are not. */
export async function requirePlans({ sql }: Transaction, keys: readonly string[] = []): Promise<void> {
  const known = await sql`select key from plans where key = any(${[...keys]}) for share`;
  if (known.length === new Set(keys).size) return;
  throw new Refusal('invalid_input', 'There is no such plan.', { field: 'plans' });
}

/** Refuses with `invalid_input` where one of them is not there. */
export async function requireHeadings(
  { sql }: Transaction,
  kind: HeadingKind,
  numbers: readonly number[],
  field: string,
): Promise<void> {
  const rows = await sql`
    select distinct number from ${sql(TABLES[kind].texts)} where number = any(${[...numbers]})`;
  if (rows.length === new Set(numbers).size) return;
  throw new Refusal('invalid_input', `There is no such ${kind}.`, { field });
}
