import { setImmediate as giveWay } from 'node:timers/promises';
import { readMarkdown } from '@beseda/shared/domain/read-markdown';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { furnishRoom, type Room } from './furnish-room';
import { keyOf, type Library, type Rule, type StoredArticle } from './load-articles';
import type { ReadLibrary } from './load-library';
import type { Pictures } from './load-pictures';
import {
  classOf,
  listReaders,
  mayRead,
  type NamedReaders,
  nameReaders,
  narrowRules,
  type Reader,
} from './may-read';
import type { ArticleIndex, IndexedArticle, IndexView } from './search/article-index';
import { buildArticleIndex } from './search/build-index';
import { mapInSlices } from './search/keep-pace';
import { openView } from './search/open-view';
import type { CompiledRules } from './search/search-rules';
import { isSameArticle } from './settle-drafts';

/** The knowledge base as it stood at a version; a change makes another edition. */
export interface Edition {
  version: number;
  /** By `keyOf`. */
  articles: ReadonlyMap<string, StoredArticle>;
  /** By `keyOf`: who reads an article where it stands. */
  rules: ReadonlyMap<string, Rule>;
  named: NamedReaders;
  /** See `roomOf`. */
  rooms: ReadonlyMap<string, Room>;
  pictures: Pictures;
  /** Articles as HTML, made when they are first read; see `renderArticle`. */
  html: Map<string, string>;
}

export interface EditionOptions {
  /** How each language is searched; a change of them makes no index anew. */
  rules: Readonly<Record<Locale, CompiledRules>>;
  /** What of this one has not changed is used again. */
  before: Edition | undefined;
  /** Gets what is to be read before it can be searched. */
  publish(edition: Edition): void;
}

const PLACE_KEYS = ['sectionNumber', 'position', 'version', 'translatedFrom', 'translatedVersion'] as const;
const NOBODY: Rule = { visibility: 'agents', plans: [], roles: [] };
const plainTexts = new WeakMap<StoredArticle, IndexedArticle>();

/** Builds everything that reading and searching need, in slices, so that the event loop is never held up. */
export async function buildEdition(
  library: ReadLibrary,
  version: number,
  { rules: searchRules, before, publish }: EditionOptions,
): Promise<Edition> {
  const known = await mapInSlices(library.articles, (article) => recognise(article, before));
  const rules = await ruleArticles(library);
  const named = nameReaders([...rules.values()]);
  const articles = new Map(
    await mapInSlices(known, (article): [string, StoredArticle] => [keyOf(article), article]),
  );
  const ruled = await mapInSlices(known, (article) => ({ article, rule: ruleOf(rules, article) }));
  const furnish = async (viewFor: ViewFor) => {
    const rooms = new Map<string, Room>();
    for (const locale of LOCALES) {
      const own = ruled.filter(({ article }) => article.locale === locale);
      for (const reader of listReaders(named)) {
        await giveWay();
        const readable = own.filter(({ rule }) => mayRead(reader, rule)).map(({ article }) => article);
        const key = roomKey(locale, classOf(named, reader));
        const same = [...rooms.values()].find((room) => areSame(room.articles, readable));
        rooms.set(
          key,
          same ??
            (await furnishRoom(readable, treeOf(library, locale), await viewFor(locale, key, readable))),
        );
      }
    }
    return { articles, rules, named, rooms, pictures: library.pictures, html: new Map<string, string>() };
  };
  if (before) publish({ ...(await furnish(formerView(before, searchRules))), version: before.version });
  const indexes = new Map<Locale, ArticleIndex>();
  for (const locale of LOCALES) {
    const own = known.filter((article) => article.locale === locale);
    indexes.set(locale, await indexArticles(own, locale, before));
  }
  const built = await furnish(async (locale, _key, readable) => {
    const index = indexes.get(locale) as ArticleIndex;
    const rooms = [...(before?.rooms.values() ?? [])];
    const same = rooms.find(({ view, articles: some }) => view.index === index && areSame(some, readable));
    const asked = searchRules[locale];
    return same ? { ...same.view, rules: asked } : viewOf(index, asked, readable);
  });
  return { ...built, version };
}

type ViewFor = (locale: Locale, key: string, readable: readonly StoredArticle[]) => Promise<IndexView>;

/** The index as it was, when all that is in it is; whoever may read how much, there is one for a locale. */
async function indexArticles(
  articles: readonly StoredArticle[],
  locale: Locale,
  before: Edition | undefined,
): Promise<ArticleIndex> {
  const former = before && roomOf(before, locale, { is: 'inside' });
  if (former && areSame(former.articles, articles)) return former.view.index;
  const texts = await mapInSlices(articles, readText);
  return buildArticleIndex(texts, { locale, before: former?.view.index });
}

async function viewOf(
  index: ArticleIndex,
  rules: CompiledRules,
  readable: readonly StoredArticle[],
): Promise<IndexView> {
  const numbers = new Set(readable.map(({ number }) => number));
  return openView(index, rules, (number) => numbers.has(number));
}

/** Until the new one is there; what is found and read no more is left out of what is found. */
function formerView(before: Edition, rules: EditionOptions['rules']): ViewFor {
  return async (locale, key) => {
    const { view } = before.rooms.get(key) ?? roomOf(before, locale, { is: 'anybody' });
    return { ...view, rules: rules[locale] };
  };
}

/** Who reads an article is said by itself, by its section and by its category. */
async function ruleArticles({ articles, sections, categories }: Library): Promise<Map<string, Rule>> {
  const section = new Map(sections.map((one) => [one.number, one]));
  const category = new Map(categories.map((one) => [one.number, one]));
  const entries = await mapInSlices(articles, (article): [string, Rule] => {
    const above = section.get(article.sectionNumber);
    const top = category.get(above?.categoryNumber ?? 0);
    return [keyOf(article), narrowRules([article, ...(above ? [above] : []), ...(top ? [top] : [])])];
  });
  return new Map(entries);
}

export function roomOf(edition: Edition, locale: Locale, reader: Reader): Room {
  const room = edition.rooms.get(roomKey(locale, classOf(edition.named, reader)));
  if (!room) throw new Error('There is a room for every locale and class of readers.');
  return room;
}

/** Who reads this article where it stands. */
export function ruleOf(rules: ReadonlyMap<string, Rule>, article: StoredArticle): Rule {
  return rules.get(keyOf(article)) ?? NOBODY;
}

function roomKey(locale: Locale, readers: string): string {
  return `${locale} ${readers}`;
}

function treeOf({ sections, categories }: Library, locale: Locale) {
  return {
    sections: sections.filter((section) => section.locale === locale),
    categories: categories.filter((category) => category.locale === locale),
  };
}

/** The same object as before for the same article, so that what was made from it can be used again. */
function recognise(article: StoredArticle, before: Edition | undefined): StoredArticle {
  const former = before?.articles.get(keyOf(article));
  const stays = former && PLACE_KEYS.every((key) => former[key] === article[key]);
  return stays && isSameArticle(former, article) ? former : article;
}

function areSame(some: readonly StoredArticle[], others: readonly StoredArticle[]): boolean {
  return some.length === others.length && some.every((article, at) => article === others[at]);
}

function readText(article: StoredArticle): IndexedArticle {
  const known = plainTexts.get(article);
  if (known) return known;
  const { number, locale, slug, title, section, keywords, routes, updated, body } = article;
  const { headings, plain } = readMarkdown(body);
  const made = { number, locale, slug, title, section, keywords, routes, updated, headings, body: plain };
  plainTexts.set(article, made);
  return made;
}
