import type { ArticleLink } from '@beseda/shared/domain/page-data';
import { articleUrl, categoryUrl, sectionUrl } from './article-url';
import type { Category, Library, Section, StoredArticle } from './load-articles';
import { mapInSlices, type Pace, startPace } from './search/keep-pace';

export interface ContentsSection {
  number: number;
  title: string;
  url: string;
  lead: string;
  articles: ArticleLink[];
}

/** A category with all that somebody reads in it; `number` null: what stands in none. */
export interface ContentsCategory {
  number: number | null;
  title: string;
  url: string;
  lead: string;
  sections: ContentsSection[];
}

interface Placed {
  position: number;
  number: number;
}

/** The table of contents of these articles, in the order that authors gave it. Nothing in it is empty. */
export async function layOutContents(
  articles: readonly StoredArticle[],
  { sections, categories }: Pick<Library, 'sections' | 'categories'>,
): Promise<ContentsCategory[]> {
  const bySection = groupBy(articles, ({ sectionNumber }) => sectionNumber);
  const filled = sections.filter(({ number }) => bySection.has(number)).toSorted(inOrder);
  const known = new Set(categories.map(({ number }) => number));
  const byCategory = groupBy(filled, ({ categoryNumber }) =>
    categoryNumber !== null && known.has(categoryNumber) ? categoryNumber : null,
  );
  const pace = startPace();
  const present = async (own: readonly Section[] = []) => {
    const presented: ContentsSection[] = [];
    for (const section of own)
      presented.push(await toContents(section, bySection.get(section.number) ?? [], pace));
    return presented;
  };
  const named: ContentsCategory[] = [];
  for (const category of categories.toSorted(inOrder))
    named.push({ ...headOf(category), sections: await present(byCategory.get(category.number)) });
  const rest = { number: null, title: '', url: '', lead: '', sections: await present(byCategory.get(null)) };
  return [...named, rest].filter((category) => category.sections.length > 0);
}

function headOf(category: Category): Omit<ContentsCategory, 'sections'> {
  return { number: category.number, title: category.title, url: categoryUrl(category), lead: category.lead };
}

async function toContents(
  section: Section,
  articles: readonly StoredArticle[],
  pace: Pace,
): Promise<ContentsSection> {
  const link = (article: StoredArticle) => ({
    number: article.number,
    title: article.title,
    url: articleUrl(article),
  });
  return {
    number: section.number,
    title: section.title,
    url: sectionUrl(section),
    lead: section.lead,
    articles: await mapInSlices(articles.toSorted(inOrder), link, pace),
  };
}

function inOrder(one: Placed, other: Placed): number {
  return one.position - other.position || one.number - other.number;
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
