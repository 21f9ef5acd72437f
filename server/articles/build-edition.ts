import { setImmediate as giveWay } from 'node:timers/promises';
import type { SectionTree } from '@beseda/shared/domain/page-data';
import { markdownHeadings, markdownToPlain } from '@beseda/shared/domain/read-markdown';
import { LOCALES, type Locale, VISIBILITIES, type Visibility } from '@beseda/shared/domain/words';
import { articleUrl, sectionUrl } from './article-url';
import { type ContentsCategory, layOutContents } from './lay-out-contents';
import { keyOf, type Library, type Section, type StoredArticle } from './load-articles';
import { mayRead } from './may-read';
import type { ArticleIndex, IndexedArticle } from './search/article-index';
import { buildArticleIndex } from './search/build-index';
import type { Synonyms } from './search/load-synonyms';
import { isSameArticle } from './settle-drafts';

/** What one audience reads in one locale. */
export interface Room {
  articles: readonly StoredArticle[];
  byNumber: ReadonlyMap<number, StoredArticle>;
  bySlug: ReadonlyMap<string, StoredArticle>;
  /** By number. */
  sections: ReadonlyMap<number, Section>;
  /** Sections with their articles; none is empty. */
  tree: SectionTree[];
  /** The same in categories, in the order that authors gave them. */
  contents: readonly ContentsCategory[];
  index: ArticleIndex;
  /** Articles of this room as HTML, made when they are first read. */
  html: Map<number, string>;
}

/** The knowledge base as it stood at a version; a change makes another edition. */
export interface Edition {
  version: number;
  /** By `keyOf`. */
  articles: ReadonlyMap<string, StoredArticle>;
  /** See `roomOf`. */
  rooms: ReadonlyMap<string, Room>;
}

export interface EditionOptions {
  synonyms: Synonyms;
  /** What of this one has not changed is used again. */
  before: Edition | undefined;
  /** Gets every step between `before` and the new edition, so that the public articles need not wait for the others. */
  publish(edition: Edition): void;
}

const ARTICLES_PER_SLICE = 5;
const plainTexts = new WeakMap<StoredArticle, IndexedArticle>();

/** Builds everything that reading and searching need, in slices, so that the event loop is never held up. */
export async function buildEdition(
  { articles, sections, categories }: Library,
  version: number,
  { synonyms, before, publish }: EditionOptions,
): Promise<Edition> {
  const known = articles.map((article) => recognise(article, before));
  const byKey = new Map(known.map((article) => [keyOf(article), article]));
  const rooms = new Map(before?.rooms);
  for (const audience of VISIBILITIES) {
    for (const locale of LOCALES) {
      const readable = known.filter((one) => one.locale === locale && mayRead(audience, one.visibility));
      const alike = [audience, narrower(audience)].map((one) => rooms.get(roomKey(locale, one)));
      const same = alike.find((room) => room !== undefined && areSame(room.articles, readable));
      const index = same?.index ?? (await buildArticleIndex(await readTexts(readable), { locale, synonyms }));
      const own = sections.filter((section) => section.locale === locale);
      const above = categories.filter((category) => category.locale === locale);
      rooms.set(roomKey(locale, audience), furnish(readable, { sections: own, categories: above }, index));
    }
    if (before) publish({ version: before.version, articles: byKey, rooms: new Map(rooms) });
  }
  return { version, articles: byKey, rooms };
}

export function roomOf(edition: Edition, locale: Locale, audience: Visibility): Room {
  const room = edition.rooms.get(roomKey(locale, audience));
  if (!room) throw new Error('There is a room for every locale and audience.');
  return room;
}

function roomKey(locale: Locale, audience: Visibility): string {
  return `${locale} ${audience}`;
}

/** The same object as before for the same article, so that what was made from it can be used again. */
function recognise(article: StoredArticle, before: Edition | undefined): StoredArticle {
  const former = before?.articles.get(keyOf(article));
  const same = former?.sectionNumber === article.sectionNumber && isSameArticle(former, article);
  return same ? former : article;
}

function areSame(some: readonly StoredArticle[], others: readonly StoredArticle[]): boolean {
  return some.length === others.length && some.every((article, at) => article === others[at]);
}

function narrower(audience: Visibility): Visibility {
  return VISIBILITIES[VISIBILITIES.indexOf(audience) - 1] ?? 'public';
}

async function readTexts(articles: readonly StoredArticle[]): Promise<IndexedArticle[]> {
  const texts: IndexedArticle[] = [];
  let fresh = 0;
  for (const article of articles) {
    if (!plainTexts.has(article) && fresh++ % ARTICLES_PER_SLICE === 0) await giveWay();
    texts.push(readText(article));
  }
  return texts;
}

function readText(article: StoredArticle): IndexedArticle {
  const known = plainTexts.get(article);
  if (known) return known;
  const { number, locale, slug, title, section, keywords, routes, updated, body } = article;
  const text = { headings: markdownHeadings(body), body: markdownToPlain(body) };
  const made = { number, locale, slug, title, section, keywords, routes, updated, ...text };
  plainTexts.set(article, made);
  return made;
}

function furnish(
  articles: readonly StoredArticle[],
  { sections, categories }: Pick<Library, 'sections' | 'categories'>,
  index: ArticleIndex,
): Room {
  return {
    articles,
    byNumber: new Map(articles.map((article) => [article.number, article])),
    bySlug: new Map(articles.map((article) => [article.slug, article])),
    sections: new Map(sections.map((section) => [section.number, section])),
    tree: sections.flatMap((section) => {
      const own = articles.filter((article) => article.sectionNumber === section.number);
      return own.length === 0 ? [] : [toTree(section, own)];
    }),
    contents: layOutContents(articles, { sections, categories }),
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
