import { setImmediate as giveWay } from 'node:timers/promises';
import type { SectionTree } from '@beseda/shared/domain/page-data';
import { markdownHeadings, markdownToPlain } from '@beseda/shared/domain/read-markdown';
import { LOCALES, type Locale, VISIBILITIES, type Visibility } from '@beseda/shared/domain/words';
import { articleUrl, sectionUrl } from './article-url';
import { keyOf, type Library, type Section, type StoredArticle } from './load-articles';
import { includes } from './may-read';
import type { ArticleIndex, IndexedArticle } from './search/article-index';
import { buildArticleIndex } from './search/build-index';
import type { Synonyms } from './search/load-synonyms';

/** What one audience reads in one locale. */
export interface Room {
  byNumber: ReadonlyMap<number, StoredArticle>;
  bySlug: ReadonlyMap<string, StoredArticle>;
  /** Sections with their articles, by number; none is empty. */
  tree: SectionTree[];
  index: ArticleIndex;
  /** Articles of this room as HTML, made when they are first read. */
  html: Map<number, string>;
}

/** The knowledge base as it stood at a version; a change makes another edition. */
export interface Edition {
  version: number;
  /** By section and locale, see `keyOf`. */
  sections: ReadonlyMap<string, Section>;
  room(locale: Locale, audience: Visibility): Room;
}

const ARTICLES_PER_SLICE = 10;

/** Builds everything that reading and searching need, in slices, so that the event loop is never held up. */
export async function buildEdition(library: Library, version: number, synonyms: Synonyms): Promise<Edition> {
  const rooms = new Map<string, Room>();
  for (const locale of LOCALES) {
    const own = library.articles.filter((article) => article.locale === locale);
    const indexed = await prepareForIndex(own);
    let narrower: { room: Room; size: number } | undefined;
    for (const audience of VISIBILITIES) {
      const readable = own.filter((article) => includes(audience, article.visibility));
      const same = narrower?.size === readable.length ? narrower.room.index : undefined;
      const index = same ?? (await buildArticleIndex(pick(indexed, readable), { locale, synonyms }));
      const room = furnish(readable, library.sections, index);
      rooms.set(`${locale} ${audience}`, room);
      narrower = { room, size: readable.length };
    }
  }
  return {
    version,
    sections: new Map(library.sections.map((section) => [keyOf(section), section])),
    room: (locale, audience) => {
      const room = rooms.get(`${locale} ${audience}`);
      if (!room) throw new Error('There is a room for every locale and audience.');
      return room;
    },
  };
}

async function prepareForIndex(articles: readonly StoredArticle[]): Promise<Map<number, IndexedArticle>> {
  const prepared = new Map<number, IndexedArticle>();
  for (const [at, article] of articles.entries()) {
    if (at % ARTICLES_PER_SLICE === 0) await giveWay();
    const { number, locale, slug, title, section, keywords, routes, updated, body } = article;
    const text = { headings: markdownHeadings(body), body: markdownToPlain(body) };
    prepared.set(number, { number, locale, slug, title, section, keywords, routes, updated, ...text });
  }
  return prepared;
}

function pick(
  indexed: ReadonlyMap<number, IndexedArticle>,
  articles: readonly StoredArticle[],
): IndexedArticle[] {
  return articles.flatMap((article) => indexed.get(article.number) ?? []);
}

function furnish(
  articles: readonly StoredArticle[],
  sections: readonly Section[],
  index: ArticleIndex,
): Room {
  return {
    byNumber: new Map(articles.map((article) => [article.number, article])),
    bySlug: new Map(articles.map((article) => [article.slug, article])),
    tree: sections.flatMap((section) => {
      const own = articles.filter(
        (article) => article.sectionNumber === section.number && article.locale === section.locale,
      );
      return own.length === 0 ? [] : [toTree(section, own)];
    }),
    index,
    html: new Map(),
  };
}

function toTree(section: Section, articles: readonly StoredArticle[]): SectionTree {
  return {
    number: section.number,
    title: section.title,
    url: sectionUrl(section),
    articles: articles.map((article) => ({
      number: article.number,
      title: article.title,
      url: articleUrl(article),
    })),
  };
}
