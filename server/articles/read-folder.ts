import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleDraft, FileProblem } from './article-file';
import { CONTENTS_FILE, type ContentsFile, parseContents } from './contents-file';
import { parseArticleFile } from './parse-article-file';
import { parseHtmlFile } from './parse-html-file';
import { isMarkdown, readArticleFolder } from './read-article-folder';
import { parseSnippets, SNIPPETS_FILE, type SnippetText } from './snippets-file';
import { type FetchPictures, type KeepFiles, takeFilesAlong, takePicturesAlong } from './take-files-along';

/** What the files of a folder say. */
export interface Folder {
  /** To be published. */
  texts: ArticleDraft[];
  /** To be written on. */
  drafts: ArticleDraft[];
  contents: ContentsFile;
  snippets: SnippetText[];
  problems: FileProblem[];
}

export interface Along {
  /** Keeps the files that texts refer to by relative addresses; without it these stay as they are. */
  keep?: KeepFiles;
  /** Finds or fetches the pictures on other sites. */
  fetch?: FetchPictures;
}

/** Reads a folder and takes the files along that its texts refer to; those that cannot be are `missing`. */
export async function readFolder(
  folder: string,
  { keep, fetch }: Along,
): Promise<Folder & { missing: FileProblem[] }> {
  const { files, problems } = await readArticleFolder(folder);
  const read: ArticleDraft[] = [];
  for (const file of files) {
    const parsed = isMarkdown(file.file) ? parseArticleFile(file) : parseHtmlFile(file);
    if ('draft' in parsed) read.push(parsed.draft);
    else problems.push(...parsed.problems);
  }
  const contents = await readBeside(folder, CONTENTS_FILE, (text) => {
    const parsed = parseContents(text);
    return 'problem' in parsed ? parsed : { entries: parsed.contents };
  });
  const snippets = await readBeside(folder, SNIPPETS_FILE, (text) => {
    const parsed = parseSnippets(text);
    return 'problem' in parsed ? parsed : { entries: parsed.snippets };
  });
  problems.push(...contents.problems, ...snippets.problems);
  const all = [...read, ...snippets.entries.map((one) => ({ ...one, file: SNIPPETS_FILE, lines: NO_LINES }))];
  const kept = keep ? await takeFilesAlong(folder, all, keep) : { drafts: all, missing: [] };
  const taken = fetch ? await takePicturesAlong(kept.drafts, fetch) : { drafts: kept.drafts, missing: [] };
  const articles = taken.drafts.flatMap((one) => ('given' in one ? [one] : []));
  return {
    texts: articles.filter(({ given }) => given.state === undefined),
    drafts: articles.filter(({ given }) => given.state !== undefined),
    contents: contents.entries,
    snippets: taken.drafts.flatMap((one) => {
      if ('given' in one) return [];
      const { key, locale, title, body } = one;
      return [{ key, locale, title, body }];
    }),
    problems,
    missing: [...kept.missing, ...taken.missing],
  };
}

const NO_LINES: ReadonlyMap<string, number> = new Map();

/** Nothing, where there is no such file. */
async function readBeside<T>(
  folder: string,
  name: string,
  parse: (text: string) => { entries: T[] } | { problem: FileProblem },
): Promise<{ entries: T[]; problems: FileProblem[] }> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  if (text === null) return { entries: [], problems: [] };
  const parsed = parse(text);
  return 'problem' in parsed
    ? { entries: [], problems: [parsed.problem] }
    : { entries: parsed.entries, problems: [] };
}
