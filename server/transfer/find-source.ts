import { readdir } from 'node:fs/promises';
import type { ImportSource } from '@beseda/shared/protocol/article-transfer';
import { SOURCES } from '../help-centres/foreign-base';
import { readHelpCentre } from '../help-centres/read-help-centre';
import type { SavedAnswers } from '../help-centres/read-saved-answers';
import { importFault } from './unpack-zip';

/** What files look like: texts are a folder of articles, else they are the system's that finds most articles in them. */
export async function findSource(
  folder: string,
  readAnswers: () => Promise<SavedAnswers>,
): Promise<ImportSource> {
  const names = await readdir(folder, { recursive: true });
  if (names.some((name) => /\.(?:md|html?)$/i.test(name))) return 'folder';
  const { answers } = await readAnswers();
  const found = SOURCES.map((source) => ({ source, count: readHelpCentre(source, answers).articles.length }));
  const best = found.reduce((one, other) => (other.count > one.count ? other : one));
  if (best.count > 0) return best.source;
  throw importFault(
    'unknown_source',
    'These are neither files of articles nor known answers of a help centre.',
  );
}
