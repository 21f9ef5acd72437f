import type { Locale } from '@beseda/shared/domain/words';
import { addRedirects } from '../articles/add-redirects';
import type { Article } from '../articles/article-file';
import { bumpArticlesVersion } from '../articles/articles-version';
import { assignSections } from '../articles/assign-sections';
import { keyOf, type Library, loadArticles } from '../articles/load-articles';
import { lockNumbers } from '../articles/take-article-number';
import { writePublished } from '../articles/write-published';
import { lastNumbers, writeCategories, writeSections } from '../articles/write-tree';
import { nowIso, type Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { rehearse } from '../db/rehearse';
import type { ForeignBase, ImportNote, Source } from './foreign-base';
import { type Known, loadKnown } from './load-known';
import { type PlannedArticle, planForeign } from './plan-foreign';
import { writeDrafts } from './write-drafts';

export interface HelpCentreInput {
  source: Source;
  base: ForeignBase;
  /** Addresses here of images that came along, by the addresses that the texts use. */
  images: ReadonlyMap<string, string>;
  /** Changes nothing and says what it would. */
  dryRun?: boolean;
  /** Takes also what has been changed or removed here since. */
  force?: boolean;
  /** The agent who brings it; null unless said: the system. */
  by?: string | null;
  /** Hears how many articles have been read. */
  progress?(done: number, all: number): void;
}

export interface ImportedRow {
  id: string;
  locale: Locale;
  number: number;
  title: string;
  outcome: PlannedArticle['outcome'];
  isDraft: boolean;
}

export interface HelpCentreReport {
  rows: ImportedRow[];
  notes: ImportNote[];
  redirects: number;
  images: number;
}

/**
 * Takes another help centre in, in one transaction: new articles, those that changed there, drafts, redirects from their old
 * addresses. A second run finds nothing to do. What was changed here since is left, and named, unless `force`.
 */
export async function importHelpCentre(
  services: Pick<Services, 'database' | 'settings' | 'now'>,
  { source, base, images, dryRun = false, force = false, by = null, progress = () => {} }: HelpCentreInput,
): Promise<HelpCentreReport> {
  const author = await services.settings.get('vendor.name');
  return rehearse(services.database, dryRun, async (tx) => {
    const last = await lockNumbers(tx);
    const before = await loadArticles(tx);
    const known = await loadKnown(tx, source);
    const plan = planForeign({ base, before, known, last, author, images, force, progress });
    const redirects = await findMissing(tx, plan.articles);
    await store(tx, {
      by,
      at: nowIso(services),
      source,
      before,
      known,
      articles: plan.articles,
    });
    await addRedirects(tx, redirects);
    return {
      rows: plan.articles.map(({ foreign: { id, locale, isDraft }, article, outcome }) => ({
        id,
        locale,
        number: article.number,
        title: article.title,
        outcome,
        isDraft,
      })),
      notes: [...base.notes, ...plan.notes],
      redirects: redirects.length,
      images: plan.images,
    };
  });
}

interface Writing {
  by: string | null;
  at: string;
  source: Source;
  before: Library;
  known: Known;
  articles: readonly PlannedArticle[];
}

async function store(tx: Transaction, { by, at, source, before, known, articles }: Writing): Promise<void> {
  const written = articles.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
  if (written.length === 0) return;
  const drafts = new Set(
    written.filter(({ foreign }) => foreign.isDraft).map(({ article }) => keyOf(article)),
  );
  const after = new Map<string, Article>(before.articles.map((article) => [keyOf(article), article]));
  for (const { article } of written) after.set(keyOf(article), article);
  const library = assignSections([...after.values()], before, await lastNumbers(tx));
  const keys = new Set(written.map(({ article }) => keyOf(article)));
  const settled = library.articles.filter((article) => keys.has(keyOf(article)));
  await writeCategories(tx, library.categories);
  await writeSections(tx, library.sections);
  await writePublished(
    tx,
    settled.filter((article) => !drafts.has(keyOf(article))),
    { by, at },
  );
  await writeDrafts(tx, {
    at,
    drafts: settled.filter((article) => drafts.has(keyOf(article))),
    published: settled.filter((article) => !drafts.has(keyOf(article))),
    known,
  });
  for (const { foreign, article, given, made } of written) {
    await tx.sql`
      insert into article_imports (source, external_id, locale, number, given, made, imported_at)
      values (${source}, ${foreign.id}, ${foreign.locale}, ${article.number}, ${given}, ${made}, ${at})
      on conflict (source, external_id, locale) do update set number = excluded.number, given = excluded.given,
        made = excluded.made, imported_at = excluded.imported_at`;
  }
  await bumpArticlesVersion(tx);
}

/** Of the old addresses, those that lead nowhere yet. */
async function findMissing({ sql }: Transaction, articles: readonly PlannedArticle[]) {
  const wanted = new Map(
    articles
      .filter(({ outcome }) => outcome !== 'skipped')
      .flatMap(({ foreign, article: { number, locale } }) =>
        foreign.paths
          .filter((path) => !path.startsWith('/help/'))
          .map((path) => [path, { path, kind: 'article' as const, number, locale }] as const),
      )
      .reverse(),
  );
  const rows = await sql<
    { path: string }[]
  >`select path from redirects where path = any(${[...wanted.keys()]})`;
  for (const { path } of rows) wanted.delete(path);
  return [...wanted.values()];
}
