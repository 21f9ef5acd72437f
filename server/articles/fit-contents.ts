import type {
  ArticleLink,
  ListedCategory,
  ListedSection,
  Navigation,
  SectionTree,
} from '@beseda/shared/domain/page-data';
import type { ContentsCategory } from './lay-out-contents';

/** Numbers of where a reader is. */
interface Place {
  section?: number;
  article?: number;
}

/** So many articles stand beside every page; of more, those of the reader's section alone. */
const ARTICLES_EVERYWHERE = 80;
/** The same of sections and the reader's category. */
const SECTIONS_EVERYWHERE = 60;
const NEIGHBOURS = 24;
/** At home, of each section; of one that is alone in its category. */
const AT_HOME = 5;
const ALONE_AT_HOME = 12;

/** The table of contents for the side of a page: it does not grow with the knowledge base. */
export function fitNavigation(contents: readonly ContentsCategory[], place: Place): Navigation {
  const sections = contents.flatMap((category) => category.sections);
  const listsAll = countArticles(sections) <= ARTICLES_EVERYWHERE;
  const listsSections = sections.length <= SECTIONS_EVERYWHERE;
  return contents.map((category) => {
    const isHere = category.sections.some(({ number }) => number === place.section);
    const shown = listsSections || isHere ? category.sections : [];
    return {
      ...category,
      sections: shown.map((section) => {
        if (section.number === place.section)
          return toListed(section, around(section.articles, place.article));
        return toListed(section, listsAll ? section.articles : []);
      }),
    };
  });
}

/** Every section with the first of its articles. */
export function listAtHome(contents: readonly ContentsCategory[]): ListedCategory[] {
  return contents.map((category) => ({
    ...category,
    sections: category.sections.map((section, _, { length }) =>
      toListed(section, section.articles.slice(0, length === 1 ? ALONE_AT_HOME : AT_HOME)),
    ),
  }));
}

/** The articles that stand before and after this one in its section. */
export function neighboursOf(
  { articles }: SectionTree,
  number: number,
): { previous: ArticleLink | null; next: ArticleLink | null } {
  const at = articles.findIndex((article) => article.number === number);
  if (at === -1) return { previous: null, next: null };
  return { previous: articles[at - 1] ?? null, next: articles[at + 1] ?? null };
}

/** As many on both sides, where there are so many. */
function around(articles: readonly ArticleLink[], number: number | undefined): ArticleLink[] {
  const at = articles.findIndex((article) => article.number === number);
  const start = Math.min(Math.max(0, at - NEIGHBOURS / 2), Math.max(0, articles.length - NEIGHBOURS));
  return articles.slice(start, start + NEIGHBOURS);
}

function toListed({ number, title, url, articles }: SectionTree, listed: ArticleLink[]): ListedSection {
  return { number, title, url, articles: listed, count: articles.length };
}

function countArticles(sections: readonly SectionTree[]): number {
  return sections.reduce((total, { articles }) => total + articles.length, 0);
}
