import { resolve } from 'node:path';
import { exportArticles } from '../articles/export-articles';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const kbExport: Command = {
  name: 'kb export',
  takes: 'DIR',
  does: 'write all articles into Markdown files that can be taken in again',
  async run(args, shell) {
    const { positionals } = readArguments(args, {}, ['DIR']);
    const folder = resolve(shell.cwd, positionals[0] ?? '');
    const { written, removed } = await withInstall(shell, (install) => exportArticles(install, folder));
    shell.out(`${written} written, ${removed} under former names removed`);
  },
};
