import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Refusal } from '../context/refusal';
import { type FileProblem, MAX_FILE_SIZE } from './article-file';
import type { ArticleFile } from './parse-article-file';

export interface FolderContents {
  /** In the order of their paths. */
  files: ArticleFile[];
  problems: FileProblem[];
}

/**
 * The Markdown and HTML files (`.md`, `.html`, `.htm`) below a folder, hidden ones left out. What cannot be read, is no file, is larger than 1 MB
 * or lies outside is named. Refuses with invalid_input when there is no such folder.
 */
export async function readArticleFolder(folder: string): Promise<FolderContents> {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory()) {
    throw new Refusal('invalid_input', `There is no folder ${folder}.`, { field: 'folder' });
  }
  const contents: FolderContents = { files: [], problems: [] };
  for (const path of await listPaths(root, root, contents.problems)) {
    const read = await readOne(root, path);
    if ('reason' in read) contents.problems.push(read);
    else contents.files.push(read);
  }
  return contents;
}

async function listPaths(root: string, folder: string, problems: FileProblem[]): Promise<string[]> {
  const paths: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isSymbolicLink()) problems.push(...(await checkLink(root, path)));
    else if (entry.isDirectory()) paths.push(...(await listPaths(root, path, problems)));
    else if (isArticle(entry.name)) paths.push(path);
  }
  return paths;
}

/** A link to what lies in the folder is passed over: its target is read anyway. */
async function checkLink(root: string, path: string): Promise<FileProblem[]> {
  const named = (reason: string) => [{ file: nameIn(root, path), line: 1, reason }];
  const target = await realpath(path).catch(() => null);
  if (target === null) return isArticle(path) ? named('a symbolic link that leads nowhere') : [];
  if (target === root || target.startsWith(root + sep)) return [];
  const matters = isArticle(path) || (await stat(target)).isDirectory();
  return matters ? named('a symbolic link that leads out of the folder') : [];
}

async function readOne(root: string, path: string): Promise<ArticleFile | FileProblem> {
  const file = nameIn(root, path);
  try {
    const found = await lstat(path);
    if (!found.isFile()) return { file, line: 1, reason: 'not a regular file' };
    if (found.size > MAX_FILE_SIZE) return { file, line: 1, reason: 'larger than 1 MB' };
    return { file, bytes: await readFile(path), modified: found.mtime.toISOString().slice(0, 10) };
  } catch (error) {
    return {
      file,
      line: 1,
      reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    };
  }
}

export function isMarkdown(name: string): boolean {
  return name.toLowerCase().endsWith('.md');
}

function isArticle(name: string): boolean {
  return /\.(?:md|html?)$/i.test(name);
}

function nameIn(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
