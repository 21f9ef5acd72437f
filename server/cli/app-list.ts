import { listApps } from '../apps/list-apps';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const appList: Command = {
  name: 'app list',
  takes: '',
  does: 'one line of JSON for each app, without secrets',
  async run(args, shell) {
    readArguments(args, {});
    for (const app of await withInstall(shell, listApps)) shell.out(JSON.stringify(app));
  },
};
