import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { writePublished } from './write-published';
import { lastNumbers, writeCategories, writePositions, writeSections } from './write-tree';

/** How many articles an import made and changed; `bad` names what did not go in, by file and line. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  bad: FileProblem[];
  /** Files that articles refer to and that did not come along. */
  missing: FileProblem[];
}

export interface ImportOptions {
  strict?: boolean;
  dryRun?: boolean;
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
  { strict = false, dryRun = false, keep }: ImportOptions = {},
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
    if (strict && bad.length > 0) return { created: 0, updated: 0, unchanged: 0, bad, missing };
    const taken = await store(tx, nowIso(services), before, { articles: settled.articles, contents });
    return { ...taken, bad, missing };
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
  at: string,
  before: Library,
  { articles: imported, contents }: { articles: readonly Article[]; contents: ContentsFile },
): Promise<Omit<ImportReport, 'bad' | 'missing'>> {
  const stored = new Map(before.articles.map((article) => [keyOf(article), article]));
  const after = new Map<string, Article>([...stored, ...imported.map((one) => [keyOf(one), one] as const)]);
  const assigned = assignSections([...after.values()], before, await lastNumbers(tx));
  const library = applyContents(assigned, contents);
  const changed = library.articles.filter((article) => {
    const former = stored.get(keyOf(article));
    return !former || former.sectionNumber !== article.sectionNumber || !isSameArticle(former, article);
  });
  const created = changed.filter((article) => !stored.has(keyOf(article))).length;
  if (changed.length > 0 || !isSameTree(before, library)) {
    await writeCategories(tx, library.categories);
    await writeSections(tx, library.sections);
    await writePublished(tx, changed, { by: null, at });
    await writePositions(tx, library.articles);
    await bumpArticlesVersion(tx);
  }
  return { created, updated: changed.length - created, unchanged: imported.length - changed.length };
}

function sortProblems(problems: readonly FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
