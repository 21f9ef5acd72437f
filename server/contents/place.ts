import type { Transaction } from '../db/connect';

/** Puts sections into a category (null: into none), after those that are there. */
export async function placeSections(
  { sql }: Transaction,
  category: number | null,
  numbers: readonly number[],
): Promise<void> {
  await sql`
    update section_places p set category_number = ${category}, position = n.at + coalesce((
      select max(position) from section_places where category_number is not distinct from ${category}), 0)
    from unnest(${[...numbers]}::int[]) with ordinality as n (number, at) where p.number = n.number`;
}

/**
 * Puts articles, in all their locales and with their drafts, into a section after those that are there. The section is
 * called in every locale of them as it is in another, where it has no title of its own.
 */
export async function placeArticles(
  { sql }: Transaction,
  section: number,
  numbers: readonly number[],
): Promise<void> {
  const moved = [...numbers];
  await sql`
    update article_places p set position = n.at + coalesce((
      select max(o.position) from article_places o where o.number in (
        select number from articles where section_number = ${section}
        union select number from article_drafts where section_number = ${section})), 0)
    from unnest(${moved}::int[]) with ordinality as n (number, at) where p.number = n.number`;
  await sql`update articles set section_number = ${section} where number = any(${moved})`;
  await sql`update article_drafts set section_number = ${section} where number = any(${moved})`;
  await sql`
    insert into sections (number, locale, slug, title, lead)
    select distinct s.number, a.locale, s.slug, s.title, s.lead
    from articles a join sections s on s.number = a.section_number and s.locale <> a.locale
    where a.section_number = ${section} on conflict do nothing`;
}
