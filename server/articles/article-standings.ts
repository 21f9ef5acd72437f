import type { Locale } from '@beseda/shared/domain/words';
import { SYSTEM } from '../db/actor';
import type { Database } from '../db/connect';
import { loadPopularity, type Popularity } from '../searches/load-popularity';
import { keyOf } from './load-articles';
import { findStanding, type Standing } from './search/standing';

/** What people made of the articles lately. */
export interface ArticleStandings {
  /** Asks the database, if the last answer is old. */
  refresh(): Promise<void>;
  of(article: { number: number; locale: Locale; updated?: string }): Standing;
}

/** People's opinions move slowly. */
const KEEP_MS = 600_000;

export function createArticleStandings(database: Database, now: () => number): ArticleStandings {
  let heard: { at: number; popularity: ReadonlyMap<string, Popularity> } | undefined;
  return {
    async refresh() {
      const at = now();
      if (heard && at - heard.at < KEEP_MS) return;
      const today = new Date(at).toISOString().slice(0, 10);
      const popularity = await database.inTransaction(SYSTEM, (tx) => loadPopularity(tx, today));
      heard = { at, popularity };
    },
    of: (article) => findStanding(heard?.popularity.get(keyOf(article)), article.updated, now()),
  };
}
