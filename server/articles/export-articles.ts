import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import type { Article } from './article-file';
import { CONTENTS_FILE, formatContents } from './contents-file';
import { formatArticleFile } from './format-article-file';
import { loadArticles } from './load-articles';
import { writeFilesAlong } from './write-files-along';

/** How many files were written, and how many that held an article under a former name were removed. */
export interface ExportReport {
  written: number;
  removed: number;
}

export interface ExportOptions {
  /** Only this language; all unless said. */
  locale?: Locale | undefined;
}

/**
 * Writes every article to `FOLDER/{locale}/{number}-{slug}.md`, making the folders, their files to `FOLDER/files`, and the
 * order and readers of sections and categories to `contents.yaml`. Files of other names stay, except
 * an article's own under its former slug: two files of one number could not be imported again.
 */
export async function exportArticles(
  { database, files }: Pick<Services, 'database'> & Partial<Pick<Services, 'files'>>,
  folder: string,
  { locale: only }: ExportOptions = {},
): Promise<ExportReport> {
  const all = await database.inTransaction(SYSTEM, loadArticles);
  const published = all.articles.filter(({ locale }) => only === undefined || locale === only);
  const articles = files ? await writeFilesAlong({ database, files }, folder, published) : published;
  let removed = 0;
  for (const locale of LOCALES) {
    const own = articles.filter((article) => article.locale === locale);
    if (own.length > 0) removed += await writeLocale(folder, locale, own);
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, CONTENTS_FILE), formatContents({ ...all, articles: published }));
  return { written: articles.length, removed };
}

async function writeLocale(folder: string, locale: Locale, articles: readonly Article[]): Promise<number> {
  const target = join(folder, locale);
  await mkdir(target, { recursive: true });
  const names = new Map(articles.map((article) => [`${article.number}-${article.slug}.md`, article]));
  const numbers = new Set(articles.map((article) => String(article.number)));
  const former = (await readdir(target)).filter((name) => {
    const number = /^(\d+)-.*\.md$/.exec(name)?.[1];
    return number !== undefined && numbers.has(number) && !names.has(name);
  });
  for (const name of former) await rm(join(target, name));
  for (const [name, article] of names) await writeFile(join(target, name), formatArticleFile(article));
  return former.length;
}
