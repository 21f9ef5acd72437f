import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@beseda/shared/domain/words';
import { nowIso, type Services } from '../context/context';
import type { Transaction } from '../db/connect';
import { rehearse } from '../db/rehearse';
import type { Article, ArticleDraft, FileProblem } from './article-file';
import { bumpArticlesVersion } from './articles-version';
import { assignSections } from './assign-sections';
import { applyContents, CONTENTS_FILE, type ContentsFile, isSameTree, parseContents } from './contents-file';
import { keyOf, type Library, loadArticles } from './load-articles';
import { parseArticleFile } from './parse-article-file';
import { parseHtmlFile } from './parse-html-file';
import { isMarkdown, readArticleFolder } from './read-article-folder';
import { isSameArticle, settleDrafts } from './settle-drafts';
import { lockNumbers } from './take-article-number';
import { type KeepFiles, takeFilesAlong } from './take-files-along';
import { type Publication, writePublished } from './write-published';
import { lastNumbers, writeCategories, writePositions, writeSections } from './write-tree';

export interface ImportedArticle {
  number: number;
  locale: Locale;
  title: string;
  outcome: 'created' | 'updated' | 'unchanged';
}

/** How many articles an import made and changed, and which; `bad` names what did not go in, by file and line. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  rows: ImportedArticle[];
  bad: FileProblem[];
  /** Files that articles refer to and that did not come along. */
  missing: FileProblem[];
}

export interface ImportOptions {
  strict?: boolean;
  dryRun?: boolean;
  /** The agent who brings them; null unless said: the system. */
  by?: string | null;
  /** Keeps the files that articles refer to by relative addresses; without it these stay as they are. */
  keep?: KeepFiles;
}

/**
 * Takes a folder of Markdown and HTML files into the knowledge base, in one transaction; articles that have no file stay.
 * `strict`: when one file is bad, nothing goes in. `dryRun`: nothing does, and the report is what it would be. Refuses with invalid_input when there is no such folder.
 */
export async function importArticles(
  services: Pick<Services, 'database' | 'settings' | 'now'>,
  folder: string,
  { strict = false, dryRun = false, by = null, keep }: ImportOptions = {},
): Promise<ImportReport> {
  const { drafts: read, problems } = await readDrafts(folder);
  const { drafts, missing } = keep ? await takeFilesAlong(folder, read, keep) : { drafts: read, missing: [] };
  const contents = await readContents(folder, problems);
  const author = await services.settings.get('vendor.name');
  return rehearse(services.database, dryRun, async (tx) => {
    const lastNumber = await lockNumbers(tx);
    const before = await loadArticles(tx);
    const settled = settleDrafts(drafts, before.articles, { author, lastNumber });
    const bad = sortProblems([...problems, ...settled.problems]);
    if (strict && bad.length > 0) return { ...countRows([]), bad, missing };
    const at = nowIso(services);
    const rows = await store(tx, { by, at }, before, { articles: settled.articles, contents });
    return { ...countRows(rows), bad, missing };
  });
}

async function readDrafts(folder: string): Promise<{ drafts: ArticleDraft[]; problems: FileProblem[] }> {
  const { files, problems } = await readArticleFolder(folder);
  const drafts: ArticleDraft[] = [];
  for (const file of files) {
    const parsed = isMarkdown(file.file) ? parseArticleFile(file) : parseHtmlFile(file);
    if ('draft' in parsed) drafts.push(parsed.draft);
    else problems.push(...parsed.problems);
  }
  return { drafts, problems };
}

/** Nothing, where there is no such file. */
async function readContents(folder: string, problems: FileProblem[]): Promise<ContentsFile> {
  const text = await readFile(join(folder, CONTENTS_FILE), 'utf8').catch(() => null);
  if (text === null) return [];
  const parsed = parseContents(text);
  if ('contents' in parsed) return parsed.contents;
  problems.push(parsed.problem);
  return [];
}

async function store(
  tx: Transaction,
  publication: Publication,
  before: Library,
  { articles: imported, contents }: { articles: readonly Article[]; contents: ContentsFile },
): Promise<ImportedArticle[]> {
  const stored = new Map(before.articles.map((article) => [keyOf(article), article]));
  const after = new Map<string, Article>([...stored, ...imported.map((one) => [keyOf(one), one] as const)]);
  const assigned = assignSections([...after.values()], before, await lastNumbers(tx));
  const library = applyContents(assigned, contents);
  const changed = library.articles.filter((article) => {
    const former = stored.get(keyOf(article));
    return !former || former.sectionNumber !== article.sectionNumber || !isSameArticle(former, article);
  });
  if (changed.length > 0 || !isSameTree(before, library)) {
    await writeCategories(tx, library.categories);
    await writeSections(tx, library.sections);
    await writePublished(tx, changed, publication);
    await writePositions(tx, library.articles);
    await bumpArticlesVersion(tx);
  }
  // What is taken in may move others, where all of a section name it anew.
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
    }));
}

function countRows(rows: ImportedArticle[]): Omit<ImportReport, 'bad' | 'missing'> {
  const count = (wanted: ImportedArticle['outcome']) =>
    rows.filter(({ outcome }) => outcome === wanted).length;
  return { created: count('created'), updated: count('updated'), unchanged: count('unchanged'), rows };
}

function sortProblems(problems: readonly FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
