import { resolve } from 'node:path';
import { importArticles } from '../articles/import-articles';
import { Refusal } from '../context/refusal';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const kbImport: Command = {
  name: 'kb import',
  takes: 'DIR [--strict]',
  does: 'take articles in from Markdown files; with --strict all of them or none',
  async run(args, shell) {
    const { values, positionals } = readArguments(args, { strict: { type: 'boolean' } }, ['DIR']);
    const { strict = false } = values;
    const folder = resolve(shell.cwd, positionals[0] ?? '');
    const { created, updated, unchanged, bad } = await withInstall(shell, (install) =>
      importArticles(install, folder, { strict }),
    );
    for (const { file, line, reason } of bad) shell.err(`${file}:${line}: ${reason}`);
    const taken = created + updated + unchanged;
    if (bad.length > 0 && (strict || taken === 0))
      throw new Refusal('invalid_input', 'Nothing was taken in.');
    shell.out(`${created} new, ${updated} changed, ${unchanged} as before`);
    if (bad.length > 0)
      throw new Refusal('invalid_input', 'Some files were left out; the others were taken in.');
  },
};
