import { changeSetting } from '../settings/change-setting';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const settingsSet: Command = {
  name: 'settings set',
  takes: 'KEY VALUE',
  does: 'change a setting',
  async run(args, shell) {
    const { positionals } = readArguments(args, {}, ['KEY', 'VALUE']);
    const [key = '', value = ''] = positionals;
    await withInstall(shell, (install) => changeSetting(install, { key, value }));
  },
};
