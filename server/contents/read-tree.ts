import type { Locale } from '@beseda/shared/domain/words';
import type {
  KbArticle,
  KbCategory,
  KbHeading,
  KbRule,
  KbSection,
  KbText,
  KbTree,
} from '@beseda/shared/protocol/kb-tree';
import { articleUrl, categoryUrl, sectionUrl } from '../articles/article-url';
import type { Context } from '../context/context';
import { Refusal } from '../context/refusal';
import { SYSTEM } from '../db/actor';
import type { Transaction } from '../db/connect';

type HeadingRow = KbRule & {
  number: number;
  locale: Locale;
  slug: string;
  title: string;
  lead: string;
  category: number | null;
  routes: string[];
};
type ArticleRow = KbRule & {
  number: number;
  locale: Locale;
  section: number | null;
  title: string;
  slug: string | null;
  draft: KbText['draft'];
  owner: string | null;
  checkBy: string | null;
};

/** The whole knowledge base as agents keep it. Refuses with `forbidden`. */
export async function readTree({ actor, database }: Pick<Context, 'actor' | 'database'>): Promise<KbTree> {
  if (actor.kind !== 'agent' && actor.kind !== 'system')
    throw new Refusal('forbidden', 'This is for agents.');
  return database.inTransaction(SYSTEM, async (tx) => {
    const [categories, sections, articles, plans] = await Promise.all([
      loadCategories(tx),
      loadSections(tx),
      loadArticleRows(tx),
      tx.sql<KbTree['plans']>`
        select key, name_ru as "nameRu", name_en as "nameEn" from plans order by position, key`,
    ]);
    return {
      categories: presentHeadings(categories, categoryUrl).map(toCategory),
      sections: presentHeadings(sections, sectionUrl),
      articles: presentArticles(articles),
      plans: [...plans],
    };
  });
}

function loadCategories({ sql }: Transaction): Promise<HeadingRow[]> {
  return sql<HeadingRow[]>`
    select c.number, c.locale, c.slug, c.title, c.lead, p.visibility, p.plans, p.roles, null as category,
      '{}'::text[] as routes
    from categories c join category_places p using (number) order by p.position, c.number`;
}

function loadSections({ sql }: Transaction): Promise<HeadingRow[]> {
  return sql<HeadingRow[]>`
    select s.number, s.locale, s.slug, s.title, s.lead, p.visibility, p.plans, p.roles,
      p.category_number as category, p.routes
    from sections s join section_places p using (number) order by p.position, s.number`;
}

/** What is published says where it stands and for whom it is; a draft, where nothing is. */
function loadArticleRows({ sql }: Transaction): Promise<ArticleRow[]> {
  return sql<ArticleRow[]>`
    select p.number, coalesce(a.locale, d.locale) as locale, coalesce(a.section_number, d.section_number) as section,
      coalesce(a.title, d.title) as title, a.slug, d.state as draft, coalesce(a.visibility, d.visibility) as visibility,
      coalesce(a.plans, d.plans) as plans, coalesce(a.roles, d.roles) as roles, p.owner_id as owner,
      p.check_by::text as "checkBy"
    from articles a full join article_drafts d on d.number = a.number and d.locale = a.locale
      join article_places p on p.number = coalesce(a.number, d.number)
    order by p.position, p.number, a.slug is null, locale desc`;
}

function presentHeadings(
  rows: readonly HeadingRow[],
  urlOf: (named: { number: number; locale: Locale; slug: string }) => string,
): KbSection[] {
  const found = new Map<number, KbSection>();
  for (const { locale, slug, title, lead, ...row } of rows) {
    const known = found.get(row.number) ?? { ...row, texts: {} };
    const heading: KbHeading = { title, lead, url: urlOf({ number: row.number, locale, slug }) };
    found.set(row.number, { ...known, texts: { ...known.texts, [locale]: heading } });
  }
  return [...found.values()];
}

function toCategory({ number, visibility, plans, roles, texts }: KbSection): KbCategory {
  return { number, visibility, plans, roles, texts };
}

/** The first row of an article speaks for it: the published one, in Russian where it is. */
function presentArticles(rows: readonly ArticleRow[]): KbArticle[] {
  const found = new Map<number, KbArticle>();
  for (const { locale, slug, title, draft, ...row } of rows) {
    const known = found.get(row.number) ?? { ...row, texts: {} };
    const url = slug === null ? null : articleUrl({ number: row.number, locale, slug });
    found.set(row.number, { ...known, texts: { ...known.texts, [locale]: { title, url, draft } } });
  }
  return [...found.values()];
}
