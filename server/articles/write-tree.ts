import type { Transaction } from '../db/connect';
import type { LastNumbers } from './assign-sections';
import type { Category, Section, StoredArticle } from './load-articles';

/** The last numbers ever given: places stay when what stood there is removed. */
export async function lastNumbers({ sql }: Transaction): Promise<LastNumbers> {
  const [row] = await sql<LastNumbers[]>`
    select (select coalesce(max(number), 0) from section_places) as section,
      (select coalesce(max(number), 0) from category_places) as category`;
  return row ?? { section: 0, category: 0 };
}

/** Titles and places as they are wanted; what is not among them stays. */
export async function writeCategories({ sql }: Transaction, wanted: readonly Category[]): Promise<void> {
  if (wanted.length === 0) return;
  await sql`insert into categories ${sql(wanted.map(headingOf))}
    on conflict (number, locale) do update set slug = excluded.slug, title = excluded.title, lead = excluded.lead`;
  const places = onePerNumber(wanted).map(placeOf);
  await sql`insert into category_places ${sql(places)}
    on conflict (number) do update set position = excluded.position, visibility = excluded.visibility,
      plans = excluded.plans, roles = excluded.roles`;
}

export async function writeSections({ sql }: Transaction, wanted: readonly Section[]): Promise<void> {
  if (wanted.length === 0) return;
  await sql`insert into sections ${sql(wanted.map(headingOf))}
    on conflict (number, locale) do update set slug = excluded.slug, title = excluded.title, lead = excluded.lead`;
  const places = onePerNumber(wanted).map(({ categoryNumber, routes, ...section }) => ({
    ...placeOf(section),
    category_number: categoryNumber,
    routes,
  }));
  await sql`insert into section_places ${sql(places)}
    on conflict (number) do update set category_number = excluded.category_number, position = excluded.position,
      visibility = excluded.visibility, plans = excluded.plans, roles = excluded.roles, routes = excluded.routes`;
}

function headingOf({ number, locale, slug, title, lead }: Category) {
  return { number, locale, slug, title, lead };
}

function placeOf({ number, position, visibility, plans, roles }: Category) {
  return { number, position, visibility, plans, roles };
}

function onePerNumber<T extends Category>(wanted: readonly T[]): T[] {
  return [...new Map(wanted.map((one) => [one.number, one])).values()];
}

/** Where articles stand in their sections. */
export async function writePositions(
  { sql }: Transaction,
  articles: readonly Pick<StoredArticle, 'number' | 'position'>[],
): Promise<void> {
  await sql`
    update article_places p set position = n.position
    from unnest(${articles.map(({ number }) => number)}::int[], ${articles.map(({ position }) => position)}::int[])
      as n (number, position)
    where p.number = n.number and p.position <> n.position`;
}
