import type { Locale } from '@beseda/shared/domain/words';
import type { Transaction } from '../db/connect';
import type { Article, FileProblem } from './article-file';
import { writeKeepers } from './article-keepers';
import { bumpArticlesVersion } from './articles-version';
import { assignSections } from './assign-sections';
import { applyContents, CONTENTS_FILE, type ContentsFile, isSameTree, readKeepers } from './contents-file';
import { keyOf, type Library } from './load-articles';
import { isAside, type Manuscript, putAside, writeManuscripts } from './manuscript-files';
import { isSameArticle } from './settle-drafts';
import { type SnippetText, writeSnippets } from './snippets-file';
import { type Publication, writePublished } from './write-published';
import { lastNumbers, writeCategories, writePositions, writeSections } from './write-tree';

export interface ImportedArticle {
  number: number;
  locale: Locale;
  title: string;
  /** `conflict`: a draft that is being written here, too; it is left. */
  outcome: 'created' | 'updated' | 'unchanged' | 'conflict';
  draft: boolean;
}

interface Known {
  before: Library;
  writing: readonly Manuscript[];
}

interface Settled {
  articles: readonly Article[];
  manuscripts: readonly Manuscript[];
  /** Whose they are, by `keyOf`. */
  files: ReadonlyMap<string, string>;
  contents: ContentsFile;
  snippets: readonly SnippetText[];
}

interface Stored {
  rows: ImportedArticle[];
  snippets: number;
  remarks: FileProblem[];
}

/** Stores what a folder says, and says what became of each article. */
export async function storeFolder(
  tx: Transaction,
  publication: Publication,
  { before, writing }: Known,
  { articles: imported, manuscripts, files, contents, snippets }: Settled,
): Promise<Stored> {
  const stored = new Map(before.articles.map((article) => [keyOf(article), article]));
  const after = new Map<string, Article>([...stored, ...imported.map((one) => [keyOf(one), one] as const)]);
  const all = [...after.values(), ...putAside(manuscripts)];
  const assigned = assignSections(all, before, await lastNumbers(tx));
  const aside = assigned.articles.filter(isAside);
  const own = { ...assigned, articles: assigned.articles.filter((one) => !isAside(one)) };
  const library = applyContents(own, contents);
  const changed = library.articles.filter((article) => {
    const former = stored.get(keyOf(article));
    return !former || former.sectionNumber !== article.sectionNumber || !isSameArticle(former, article);
  });
  const isChanged = changed.length > 0 || !isSameTree(before, library);
  if (isChanged) {
    await writeCategories(tx, library.categories);
    await writeSections(tx, library.sections);
    await writePublished(tx, changed, publication);
    await writePositions(tx, library.articles);
  }
  const drafts = await writeManuscripts(tx, manuscripts, { stored: writing, aside, publication });
  const keepers = await writeKeepers(tx, readKeepers(contents), CONTENTS_FILE);
  const written = await writeSnippets(tx, snippets, publication);
  if (isChanged || written > 0) await bumpArticlesVersion(tx);
  const left = manuscripts.filter((one) => drafts.get(keyOf(one)) === 'conflict');
  return {
    rows: [
      ...listRows(library, { stored, imported, changed }),
      ...manuscripts.map(({ number, locale, title }) => ({
        number,
        locale,
        title,
        outcome: drafts.get(keyOf({ number, locale })) ?? 'created',
        draft: true,
      })),
    ],
    snippets: written,
    remarks: [
      ...left.map((one) => ({ file: files.get(keyOf(one)) ?? '', line: 1, reason: LEFT })),
      ...keepers,
    ],
  };
}

const LEFT = 'a draft of it is being written here: that one stays as it is';

/** What is taken in may move others, where all of a section name it anew. */
function listRows(
  library: Library,
  {
    stored,
    imported,
    changed,
  }: { stored: ReadonlyMap<string, Article>; imported: readonly Article[]; changed: readonly Article[] },
): ImportedArticle[] {
  const outcomes = new Map(
    changed.map((one) => [keyOf(one), stored.has(keyOf(one)) ? 'updated' : 'created'] as const),
  );
  const own = new Set(imported.map(keyOf));
  return library.articles
    .filter((one) => own.has(keyOf(one)) || outcomes.has(keyOf(one)))
    .map((one) => ({
      number: one.number,
      locale: one.locale,
      title: one.title,
      outcome: outcomes.get(keyOf(one)) ?? 'unchanged',
      draft: false,
    }));
}
