import { loadSecrets } from '../settings/load-secrets';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const callsSecret: Command = {
  name: 'calls secret',
  takes: '',
  does: 'print what a telephone system signs its requests with',
  async run(args, shell) {
    readArguments(args, {});
    shell.out(await withInstall(shell, async ({ database }) => (await loadSecrets(database)).calls));
  },
};
