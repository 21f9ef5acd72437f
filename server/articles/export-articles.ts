import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { loadKeepers } from './article-keepers';
import { CONTENTS_FILE, formatContents } from './contents-file';
import { formatArticleFile } from './format-article-file';
import { loadArticles } from './load-articles';
import { formatManuscript, loadManuscripts, nameManuscript } from './manuscript-files';
import { formatSnippets, loadSnippets, SNIPPETS_FILE } from './snippets-file';
import { writeFilesAlong } from './write-files-along';

/** How many files were written, drafts among them, and how many that held an article under a former name were removed. */
export interface ExportReport {
  written: number;
  drafts: number;
  removed: number;
}

export interface ExportOptions {
  /** Only this language; all unless said. Snippets come in all: one stands in for its translation. */
  locale?: Locale | undefined;
  /** Also what is being written. */
  drafts?: boolean | undefined;
}

type Needed = Pick<Services, 'database'> & Partial<Pick<Services, 'files'>>;

/**
 * Writes every article to `FOLDER/{locale}/{number}-{slug}.md`, making the folders, drafts to `FOLDER/drafts/{locale}`, their
 * files to `FOLDER/files`, and beside them `contents.yaml` and `snippets.yaml`. Files of other names stay, except
 * an article's own under its former slug: two files of one number could not be imported again.
 */
export async function exportArticles(
  services: Needed,
  folder: string,
  { locale: only, drafts = false }: ExportOptions = {},
): Promise<ExportReport> {
  const { library, keepers, manuscripts, snippets } = await services.database.inTransaction(
    SYSTEM,
    async (tx) => ({
      library: await loadArticles(tx),
      keepers: await loadKeepers(tx),
      manuscripts: drafts ? await loadManuscripts(tx) : [],
      snippets: await loadSnippets(tx),
    }),
  );
  const isWanted = ({ locale }: { locale: Locale }) => only === undefined || locale === only;
  const published = library.articles.filter(isWanted);
  const writing = manuscripts.filter(isWanted);
  const articles = await takeAlong(services, folder, '../', published);
  const texts = await takeAlong(services, folder, '../../', writing);
  let removed = 0;
  for (const locale of LOCALES) {
    const isIn = (one: { locale: Locale }) => one.locale === locale;
    removed += await writeLocale(
      join(folder, locale),
      articles.filter(isIn).map((one) => [`${one.number}-${one.slug}.md`, formatArticleFile(one)]),
    );
    removed += await writeLocale(
      join(folder, 'drafts', locale),
      texts.filter(isIn).map((one) => [nameManuscript(one), formatManuscript(one)]),
    );
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, CONTENTS_FILE), formatContents({ ...library, articles: published }, keepers));
  if (snippets.length > 0) {
    const pieces = await takeAlong(services, folder, '', snippets);
    await writeFile(join(folder, SNIPPETS_FILE), formatSnippets(pieces));
  }
  return { written: articles.length + texts.length, drafts: texts.length, removed };
}

async function takeAlong<T extends { body: string }>(
  { database, files }: Needed,
  folder: string,
  up: string,
  texts: readonly T[],
): Promise<readonly T[]> {
  return files ? writeFilesAlong({ database, files }, folder, { texts, up }) : texts;
}

/** Files by their names, which begin with the numbers. Gives how many under former names were removed. */
async function writeLocale(target: string, files: readonly (readonly [string, string])[]): Promise<number> {
  if (files.length === 0) return 0;
  await mkdir(target, { recursive: true });
  const names = new Set(files.map(([name]) => name));
  const numbers = new Set(files.map(([name]) => /^\d+/.exec(name)?.[0]));
  const former = (await readdir(target)).filter((name) => {
    const number = /^(\d+)-.*\.md$/.exec(name)?.[1];
    return number !== undefined && numbers.has(number) && !names.has(name);
  });
  for (const name of former) await rm(join(target, name));
  for (const [name, text] of files) await writeFile(join(target, name), text);
  return former.length;
}
