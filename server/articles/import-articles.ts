import { nowIso, type Services } from '../context/context';
import { rehearse } from '../db/rehearse';
import type { FileProblem } from './article-file';
import { type Library, loadArticles } from './load-articles';
import { loadManuscripts, type Manuscript, settleManuscripts } from './manuscript-files';
import { type Along, type Folder, readFolder } from './read-folder';
import { settleDrafts } from './settle-drafts';
import { type ImportedArticle, storeFolder } from './store-folder';
import { lockNumbers } from './take-article-number';

/** How many articles an import made and changed, and which; `bad` names what did not go in, by file and line. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  rows: ImportedArticle[];
  /** How many were made or changed. */
  snippets: number;
  bad: FileProblem[];
  /** What is not as the files have it: files that did not come along, drafts that were left, owners who are not here. */
  missing: FileProblem[];
}

export interface ImportOptions extends Along {
  strict?: boolean;
  dryRun?: boolean;
  /** The agent who brings them; null unless said: the system. */
  by?: string | null;
}

/**
 * Takes a folder of Markdown and HTML files into the knowledge base, in one transaction; articles that have no file stay.
 * `strict`: when one file is bad, nothing goes in. `dryRun`: nothing does, and the report is what it would be. Refuses with invalid_input when there is no such folder.
 */
export async function importArticles(
  services: Pick<Services, 'database' | 'settings' | 'now'>,
  folder: string,
  { strict = false, dryRun = false, by = null, ...along }: ImportOptions = {},
): Promise<ImportReport> {
  const { missing, ...given } = await readFolder(folder, along);
  const author = await services.settings.get('vendor.name');
  return rehearse(services.database, dryRun, async (tx) => {
    const last = await lockNumbers(tx);
    const before = await loadArticles(tx);
    const writing = await loadManuscripts(tx);
    const settled = settleFolder(given, { before, writing, author, last });
    const bad = sortProblems([...given.problems, ...settled.problems]);
    if (strict && bad.length > 0) return { ...countRows([]), snippets: 0, bad, missing };
    const publication = { by, at: nowIso(services) };
    const stored = await storeFolder(tx, publication, { before, writing }, { ...given, ...settled });
    const { rows, snippets, remarks } = stored;
    return { ...countRows(rows), snippets, bad, missing: [...missing, ...remarks] };
  });
}

/** Articles and drafts get their numbers, so that no two of them take one. */
function settleFolder(
  { texts, drafts }: Folder,
  known: { before: Library; writing: readonly Manuscript[]; author: string; last: number },
) {
  const { before, writing, author } = known;
  const last = maxOf([known.last, ...drafts.map(({ given }) => given.number ?? 0)]);
  const settled = settleDrafts(texts, before.articles, { author, lastNumber: last });
  const taken = maxOf([last, ...settled.articles.map(({ number }) => number)]);
  const manuscripts = settleManuscripts(drafts, { stored: writing, author, last: taken });
  return {
    articles: settled.articles,
    manuscripts: manuscripts.manuscripts,
    files: manuscripts.files,
    problems: [...settled.problems, ...manuscripts.problems],
  };
}

function countRows(
  rows: ImportedArticle[],
): Pick<ImportReport, 'created' | 'updated' | 'unchanged' | 'rows'> {
  const count = (wanted: ImportedArticle['outcome']) =>
    rows.filter(({ outcome }) => outcome === wanted).length;
  return { created: count('created'), updated: count('updated'), unchanged: count('unchanged'), rows };
}

function sortProblems(problems: readonly FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function maxOf(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
