import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const migrateDatabase: Command = {
  name: 'migrate',
  takes: '',
  does: 'bring the database up to date',
  async run(args, shell) {
    readArguments(args, {});
    await withInstall(shell, async () => {});
    shell.err('The database is up to date.');
  },
};
