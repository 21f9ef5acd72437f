import type { Fetching } from '../article-files/fetch-pictures';
import { Refusal } from '../context/refusal';
import { SOURCES, type Source } from '../help-centres/foreign-base';
import { type HelpCentreReport, importHelpCentre } from '../help-centres/import-help-centre';
import { readHelpCentre } from '../help-centres/read-help-centre';
import { readSavedAnswers } from '../help-centres/read-saved-answers';
import { takeImages } from '../help-centres/take-images';
import { type Shell, UsageError } from './command';
import { withInstall } from './open-install';

export function readSource(given: string): Source {
  const source = SOURCES.find((known) => known === given);
  if (!source) throw new UsageError(`--from takes ${SOURCES.join(', ')}.`);
  return source;
}

interface ForeignInput {
  source: Source;
  path: string;
  dryRun: boolean;
  force: boolean;
  fetching: Fetching;
}

/** Takes saved answers of another help centre's API in, and says what became of each article that is new or differs. */
export async function importForeign(
  shell: Shell,
  { source, path, dryRun, force, fetching }: ForeignInput,
): Promise<void> {
  const { answers, images: files, notes } = await readSavedAnswers(path);
  const read = readHelpCentre(source, answers);
  const base = { ...read, notes: [...notes, ...read.notes] };
  if (base.articles.length === 0) {
    for (const note of base.notes) shell.err(describeNote(note));
    throw new Refusal('invalid_input', `There is no article of ${source} in ${path}.`);
  }
  const progress = (done: number, all: number) => {
    if (all > 500 && done % 500 === 0) shell.err(`${done} of ${all} read`);
  };
  const report = await withInstall(shell, async (install) => {
    const taken = await takeImages(install, base, files, { ...fetching, dryRun });
    for (const note of taken.notes) shell.err(describeNote(note));
    return importHelpCentre(install, { source, base, images: taken.images, dryRun, force, progress });
  });
  tell(shell, report, dryRun);
}

function tell(shell: Shell, { rows, notes, redirects, images }: HelpCentreReport, dryRun: boolean): void {
  for (const note of notes) shell.err(describeNote(note));
  const told = rows.filter(({ outcome }) => outcome !== 'unchanged');
  if (dryRun) {
    for (const { id, locale, number, title, outcome, isDraft } of told) {
      shell.out(`${outcome} ${locale} ${number} «${title}» (${id}${isDraft ? ', a draft' : ''})`);
    }
  }
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  shell.out(
    `${count('created')} new, ${count('updated')} changed, ${count('unchanged')} as before, ${count('conflict')} changed here too, ` +
      `${count('skipped')} left out, ${redirects} redirects, ${images} images${dryRun ? ' (nothing was stored)' : ''}`,
  );
}

function describeNote({ file, id, reason }: HelpCentreReport['notes'][number]): string {
  return `${file}${id === null ? '' : ` ${id}`}: ${reason}`;
}
