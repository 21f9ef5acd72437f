import { realpath, stat } from 'node:fs/promises';
import { dirname, extname, resolve, sep } from 'node:path';
import type { FetchedPictures } from '../article-files/fetch-pictures';
import type { KeptFiles } from '../article-files/keep-files';
import type { ArticleDraft, FileProblem } from './article-file';
import { relativeAddresses, remotePictures, replaceAddresses } from './file-addresses';

export type KeepFiles = (paths: readonly string[]) => Promise<KeptFiles>;

type Text = Pick<ArticleDraft, 'file' | 'lines' | 'body'>;

/** Links between article files are no files of theirs. */
const ARTICLES = new Set(['.md', '.html', '.htm']);

/**
 * Takes the files along that drafts of a folder refer to by relative addresses, which then lead to where they are kept. What is
 * not there, lies outside or is not taken is named, and its address stays.
 */
export async function takeFilesAlong<T extends Text>(
  folder: string,
  drafts: readonly T[],
  keep: KeepFiles,
): Promise<{ drafts: T[]; missing: FileProblem[] }> {
  const root = await realpath(folder);
  const missing: FileProblem[] = [];
  const found = new Map<Text, Map<string, string>>();
  for (const draft of drafts) {
    const paths = new Map<string, string>();
    for (const address of relativeAddresses(draft.body)) {
      const path = await findFile(root, draft.file, address);
      if (path === null) missing.push(nameProblem(draft, `there is no file ${address} in the folder`));
      else if (path !== undefined) paths.set(address, path);
    }
    found.set(draft, paths);
  }
  const { urls, refused } = await keep([...found.values()].flatMap((paths) => [...paths.values()]));
  const settled = drafts.map((draft) => {
    const paths = found.get(draft) ?? new Map<string, string>();
    for (const [address, path] of paths) {
      const reason = refused.get(path);
      if (reason !== undefined) missing.push(nameProblem(draft, `${address}: ${reason}`));
    }
    const body = replaceAddresses(draft.body, (address) => urls.get(paths.get(address) ?? '') ?? address);
    return { ...draft, body };
  });
  return { drafts: settled, missing };
}

export type FetchPictures = (addresses: readonly string[]) => Promise<FetchedPictures>;

/** The same of pictures on other sites: those that `fetch` has lead to their files here. */
export async function takePicturesAlong<T extends Text>(
  drafts: readonly T[],
  fetch: FetchPictures,
): Promise<{ drafts: T[]; missing: FileProblem[] }> {
  const own = new Map(drafts.map((draft) => [draft, remotePictures(draft.body)]));
  const { urls, refused } = await fetch([...own.values()].flat());
  const missing = drafts.flatMap((draft) =>
    (own.get(draft) ?? []).flatMap((address) => {
      const reason = refused.get(address);
      return reason === undefined ? [] : [nameProblem(draft, `${address}: ${reason}`)];
    }),
  );
  const settled = drafts.map((draft) => {
    const pictures = new Set(own.get(draft));
    const find = (address: string) => (pictures.has(address) ? urls.get(address) : undefined) ?? address;
    return { ...draft, body: replaceAddresses(draft.body, find) };
  });
  return { drafts: settled, missing };
}

/** Null: it should be there. Undefined: no file is meant. */
async function findFile(root: string, draft: string, address: string): Promise<string | null | undefined> {
  const bare = decode(address.split(/[?#]/)[0] ?? '');
  if (bare === '' || ARTICLES.has(extname(bare).toLowerCase())) return undefined;
  const path = await realpath(resolve(root, dirname(draft), bare)).catch(() => null);
  if (path === null || !path.startsWith(root + sep)) return null;
  return (await stat(path)).isFile() ? path : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function nameProblem({ file, lines }: Text, reason: string): FileProblem {
  return { file, line: lines.get('title') ?? 1, reason };
}
