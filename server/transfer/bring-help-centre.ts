import type { ImportRemark, TransferReport } from '@beseda/shared/protocol/article-transfer';
import type { Services } from '../context/context';
import type { ImportNote, Source } from '../help-centres/foreign-base';
import { type ImportedRow, importHelpCentre } from '../help-centres/import-help-centre';
import { readHelpCentre } from '../help-centres/read-help-centre';
import type { SavedAnswers } from '../help-centres/read-saved-answers';
import { takeImages } from '../help-centres/take-images';
import type { Bringing } from './bring-folder';
import { countRemarks, listArticles } from './count-remarks';
import { importFault } from './unpack-zip';

/** Takes saved answers of another help centre in, as the command line does. */
export async function bringHelpCentre(
  services: Services,
  { folder, saved: { answers, images, notes } }: { folder: string; saved: SavedAnswers },
  { from, dryRun, force, by, fetching }: Bringing & { from: Source; force: boolean },
): Promise<TransferReport> {
  const read = readHelpCentre(from, answers);
  const base = { ...read, notes: [...notes, ...read.notes] };
  if (base.articles.length === 0) {
    const why = base.notes.slice(0, 3).map(({ file, reason }) => ` ${file}: ${reason}.`);
    throw importFault('no_articles', `There is no article of ${from} in the file.${why.join('')}`);
  }
  const taken = await takeImages(services, base, images, { ...fetching, dryRun });
  const report = await importHelpCentre(services, {
    source: from,
    base,
    images: taken.images,
    dryRun,
    force,
    by,
  });
  const count = (...outcomes: ImportedRow['outcome'][]) =>
    report.rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const left = new Set(report.rows.filter(({ outcome }) => isLeft(outcome)).map(({ id }) => id));
  return {
    from,
    dryRun,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    skipped: count('conflict', 'skipped'),
    redirects: report.redirects,
    files: taken.files,
    snippets: 0,
    ...listArticles(
      report.rows.map(({ number, locale, title, outcome, isDraft }) => ({
        number,
        locale,
        title,
        outcome,
        draft: isDraft,
      })),
    ),
    ...countRemarks([
      ...report.notes.map((note) => toRemark(note, left)),
      ...taken.notes.map((note) => toRemark({ ...note, file: nameOf(folder, note.file) }, left)),
    ]),
  };
}

function isLeft(outcome: ImportedRow['outcome']): boolean {
  return outcome === 'conflict' || outcome === 'skipped';
}

function toRemark({ file, id, reason }: ImportNote, left: ReadonlySet<string>): ImportRemark {
  return { file, line: null, id, reason, skipped: id !== null && left.has(id) };
}

function nameOf(folder: string, file: string): string {
  return file.startsWith(folder) ? file.slice(folder.length + 1) : file;
}
