import type { Locale, ReaderRole, Visibility } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { Article } from './article-file';

/** For whom something is: `visibility`, and of those the plans and roles that are named; none named: all of them. */
export interface Rule {
  visibility: Visibility;
  plans: string[];
  roles: ReaderRole[];
}

/** A category in one locale; the same number in another locale is its translation. */
export interface Category extends Rule {
  number: number;
  locale: Locale;
  slug: string;
  title: string;
  lead: string;
  position: number;
}

/** The same of a section. */
export interface Section extends Category {
  categoryNumber: number | null;
  routes: string[];
}

export interface StoredArticle extends Article {
  sectionNumber: number;
  version: number;
  position: number;
  translatedFrom: Locale | null;
  translatedVersion: number | null;
}

/** Everything published, and where it stands. */
export interface Library {
  articles: StoredArticle[];
  sections: Section[];
  categories: Category[];
}

/** Every published article, section and category, in the order of their numbers. */
export async function loadArticles({ sql }: Transaction): Promise<Library> {
  const categories = await sql<Category[]>`
    select c.number, c.locale, c.slug, c.title, c.lead, p.position, p.visibility, p.plans, p.roles
    from categories c join category_places p using (number) order by c.number, c.locale`;
  const sections = await sql<Section[]>`
    select s.number, s.locale, s.slug, s.title, s.lead, p.position, p.visibility, p.plans, p.roles, p.routes,
      p.category_number as "categoryNumber"
    from sections s join section_places p using (number) order by s.number, s.locale`;
  const articles = await sql<StoredArticle[]>`
    select a.number, a.locale, a.slug, a.title, a.section_number as "sectionNumber", s.title as section,
      c.title as category, a.keywords, a.routes, a.author, a.posted::text, a.updated::text, a.visibility, a.plans,
      a.roles, a.body, a.version, p.position, a.translated_from as "translatedFrom",
      a.translated_version as "translatedVersion"
    from articles a join article_places p on p.number = a.number
      join sections s on s.number = a.section_number and s.locale = a.locale
      left join section_places sp on sp.number = a.section_number
      left join categories c on c.number = sp.category_number and c.locale = a.locale
    order by a.number, a.locale`;
  return { categories: [...categories], sections: [...sections], articles: [...articles] };
}

/** What names an article, a section or a category in one locale. */
export function keyOf({ number, locale }: { number: number; locale: Locale }): string {
  return `${locale} ${number}`;
}
