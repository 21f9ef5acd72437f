import { resolve } from 'node:path';
import { FETCH_BOUNDS, type Fetching, fetchPictures } from '../article-files/fetch-pictures';
import { keepFiles } from '../article-files/keep-files';
import { importArticles } from '../articles/import-articles';
import { Refusal } from '../context/refusal';
import { type Command, type Shell, UsageError } from './command';
import { importForeign, readSource } from './kb-import-foreign';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const kbImport: Command = {
  name: 'kb import',
  takes:
    'DIR [--dry-run] [--strict] [--download] | --from zendesk|helpscout|kayako PATH [--dry-run] [--force] [--download]',
  does: 'take articles in from Markdown and HTML files (with --strict all of them or none), or from saved answers of another help centre; with --download pictures that stand on other sites are fetched',
  async run(args, shell) {
    const flag = { type: 'boolean' } as const;
    const options = {
      strict: flag,
      'dry-run': flag,
      force: flag,
      download: flag,
      from: { type: 'string' },
    } as const;
    const { values, positionals } = readArguments(args, options, ['DIR']);
    const { strict = false, 'dry-run': dryRun = false, force = false, download = false, from } = values;
    const fetching = { bounds: download && !dryRun ? FETCH_BOUNDS.command : null };
    const path = resolve(shell.cwd, positionals[0] ?? '');
    if (from === undefined && force) throw new UsageError('--force goes with --from.');
    if (from !== undefined && strict) throw new UsageError('--strict is for folders of files.');
    if (from === undefined) await importFolder(shell, path, { strict, dryRun, fetching });
    else await importForeign(shell, { source: readSource(from), path, dryRun, force, fetching });
  },
};

async function importFolder(
  shell: Shell,
  folder: string,
  { strict, dryRun, fetching }: { strict: boolean; dryRun: boolean; fetching: Fetching },
): Promise<void> {
  const { created, updated, unchanged, snippets, bad, missing } = await withInstall(shell, (install) =>
    importArticles(install, folder, {
      strict,
      dryRun,
      keep: (paths) => keepFiles(install, paths, { dryRun }),
      fetch: (addresses) => fetchPictures(install, addresses, fetching),
    }),
  );
  for (const { file, line, reason } of [...bad, ...missing]) shell.err(`${file}:${line}: ${reason}`);
  const taken = created + updated + unchanged;
  if (bad.length > 0 && (strict || taken === 0)) throw new Refusal('invalid_input', 'Nothing was taken in.');
  shell.out(
    `${created} new, ${updated} changed, ${unchanged} as before${snippets > 0 ? `, ${snippets} snippets` : ''}${dryRun ? ' (nothing was stored)' : ''}`,
  );
  if (bad.length > 0) {
    throw new Refusal('invalid_input', 'Some files were left out; the others were taken in.');
  }
}
