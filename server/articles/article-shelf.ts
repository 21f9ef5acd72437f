import type { FoundPage } from '@beseda/shared/domain/page-data';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { ArticleHit } from '@beseda/shared/protocol/http';
import type { SearchExplanation } from '@beseda/shared/protocol/search-explanation';
import type { SearchRuleSet } from '@beseda/shared/protocol/search-rules';
import { describeError, type Logger } from '../context/logger';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import { compileRuleSet, loadRuleSet } from '../search-rules/rule-set';
import { type ArticleStandings, createArticleStandings } from './article-standings';
import { articleUrl, sectionUrl } from './article-url';
import { readArticlesVersion } from './articles-version';
import { buildEdition, type Edition, roomOf, ruleOf } from './build-edition';
import { filesOfRoom } from './files-of-room';
import type { ContentsCategory } from './lay-out-contents';
import type { KnownBodies, Rule, StoredArticle } from './load-articles';
import { loadLibrary } from './load-library';
import { type LookUpInput, lookUp } from './look-up';
import { type Reader, readerOf, type Viewer } from './may-read';
import { listRoute, presentHits } from './present-hits';
import { findArticle, renderArticle } from './render-article';
import { explainSuggestions } from './search/explain-suggestions';
import { searchFromIndex, suggestFromIndex } from './search/suggest-from-index';

export interface SearchInput {
  q: string;
  locale: Locale;
  limit: number;
}

export interface FoundArticle {
  article: StoredArticle;
  section: { number: number; slug: string; title: string; url: string };
  /** Safe HTML. */
  html: string;
  url: string;
  /** Where this viewer reads it, by locale. */
  alternates: Partial<Record<Locale, string>>;
  /** Who else may read it, where it stands. */
  rule: Rule;
}

/** The reading side of the knowledge base, in memory; every method shows what its viewer may read and nothing else. */
export interface ArticleShelf {
  /** Loads the articles and then looks twice a second whether they have changed, on this node or another. */
  start(): Promise<void>;
  stop(): void;
  /** Takes over what has changed, now. */
  refresh(): Promise<void>;
  /**
   * What may answer a text that is being typed; with an empty text, what belongs to the page `route`, and then what was
   * `needed` there, by number.
   */
  suggest(viewer: Viewer, input: SearchInput & { route?: string; needed?: readonly number[] }): ArticleHit[];
  /** With `rules`: as those would have it. */
  search(viewer: Viewer, input: SearchInput, rules?: SearchRuleSet): ArticleHit[];
  /** Why `suggest` and `search` answer these readers as they do. */
  explain(reader: Reader, input: SearchInput & { route?: string }): SearchExplanation;
  /** What the search page shows. */
  lookUp(viewer: Viewer, input: LookUpInput & { locale: Locale }): FoundPage;
  /** In this locale or else in another one. */
  find(viewer: Viewer, numberOrSlug: string, locale: Locale): FoundArticle | null;
  /** Whether an article that this viewer reads has the file `id`. */
  mayReadFile(viewer: Viewer, id: string): boolean;
  /** All that this viewer reads. */
  list(viewer: Viewer, locale: Locale): readonly StoredArticle[];
  /** The same in its categories and sections, none of them empty; the same object as long as nothing changes. */
  contents(viewer: Viewer, locale: Locale): readonly ContentsCategory[];
  /** Everything published with who reads it, for those who keep it. */
  published(): Published;
}

export type Published = Pick<Edition, 'articles' | 'rules' | 'named'>;

const LOOK_EVERY_MS = 500;

export function createArticleShelf(
  database: Database,
  { now, log }: { now: () => number; log: Logger },
): ArticleShelf {
  let edition: Edition | undefined;
  /** The last one that was built to its end: what is begun and fails is begun anew from there. */
  let whole: Edition | undefined;
  const standings = createArticleStandings(database, now);
  const bodies: KnownBodies = new Map();
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const publish = (next: Edition) => {
    edition = next;
  };
  const takeOver = async () => {
    const known = whole?.version;
    // The version first: what is imported between the two statements is taken over at the next look.
    const loaded = await database.inTransaction(SYSTEM, async (tx) => {
      const version = await readArticlesVersion(tx);
      if (version === known) return null;
      const sets = { ru: await loadRuleSet(tx, 'ru'), en: await loadRuleSet(tx, 'en') };
      return { version, library: await loadLibrary(tx, bodies), sets };
    });
    if (!loaded) return;
    const startedAt = now();
    const { sets } = loaded;
    const rules = { ru: compileRuleSet('ru', sets.ru), en: compileRuleSet('en', sets.en) };
    whole = await buildEdition(loaded.library, loaded.version, { rules, before: whole, publish });
    edition = whole;
    const fields = { version: loaded.version, articles: loaded.library.articles.length };
    log.info({ ...fields, milliseconds: now() - startedAt }, 'articles taken over');
  };
  const refresh = () => {
    const next = last.then(takeOver).then(standings.refresh);
    last = next.catch(() => {});
    return next;
  };
  const look = async () => {
    await refresh().catch((error: unknown) => log.warn(describeError(error), 'articles not refreshed'));
    watch();
  };
  const watch = () => {
    if (!stopped) timer = setTimeout(() => void look(), LOOK_EVERY_MS).unref();
  };

  return {
    async start() {
      await refresh();
      watch();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    refresh,
    ...readFrom(() => {
      if (!edition) throw new Error('The shelf has not been started.');
      return edition;
    }, standings.of),
  };
}

type Reading =
  | 'suggest'
  | 'search'
  | 'explain'
  | 'lookUp'
  | 'find'
  | 'mayReadFile'
  | 'list'
  | 'contents'
  | 'published';

function readFrom(current: () => Edition, standingOf: ArticleStandings['of']): Pick<ArticleShelf, Reading> {
  const roomFor = (viewer: Viewer, locale: Locale) => roomOf(current(), locale, readerOf(viewer));
  return {
    suggest(viewer, { q, locale, limit, route, needed }) {
      const room = roomFor(viewer, locale);
      if (q.trim() === '') return route === undefined ? [] : listRoute(room, route, { limit, needed });
      return presentHits(room, suggestFromIndex(room.view, q, { limit, route, standingOf }));
    },
    search(viewer, { q, locale, limit }, rules) {
      const room = roomFor(viewer, locale);
      const view = rules ? { ...room.view, rules: compileRuleSet(locale, rules) } : room.view;
      return presentHits(room, searchFromIndex(view, q, { limit, standingOf }));
    },
    explain(reader, { q, locale, limit, route }) {
      const { view, byNumber } = roomOf(current(), locale, reader);
      const { articles, ...others } = explainSuggestions(view, q, { limit, route, standingOf });
      const withUrl = articles.flatMap((one) => {
        const article = byNumber.get(one.number);
        return article ? [{ ...one, url: articleUrl(article) }] : [];
      });
      return { ...others, articles: withUrl };
    },
    lookUp: (viewer, input) => lookUp(roomFor(viewer, input.locale), input, standingOf),
    find(viewer, numberOrSlug, locale) {
      const article = findArticle(current(), readerOf(viewer), numberOrSlug, locale);
      return article && present(current(), viewer, article);
    },
    mayReadFile: (viewer, id) => LOCALES.some((locale) => filesOfRoom(roomFor(viewer, locale)).has(id)),
    list: (viewer, locale) => roomFor(viewer, locale).articles,
    contents: (viewer, locale) => roomFor(viewer, locale).contents,
    published: current,
  };
}

function present(edition: Edition, viewer: Viewer, article: StoredArticle): FoundArticle {
  const reader = readerOf(viewer);
  const { sectionNumber: number, locale, section: title } = article;
  const slug = roomOf(edition, locale, reader).sections.get(number)?.slug ?? '';
  return {
    article,
    section: { number, slug, title, url: sectionUrl({ number, slug, locale }) },
    html: renderArticle(edition, reader, article),
    url: articleUrl(article),
    rule: ruleOf(edition.rules, article),
    alternates: Object.fromEntries(
      LOCALES.flatMap((one) => {
        const found = roomOf(edition, one, reader).byNumber.get(article.number);
        return found ? [[one, articleUrl(found)]] : [];
      }),
    ),
  };
}
