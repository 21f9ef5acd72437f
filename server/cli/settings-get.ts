import { readSettingKey } from '../settings/change-setting';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const settingsGet: Command = {
  name: 'settings get',
  takes: 'KEY',
  does: 'print a setting',
  async run(args, shell) {
    const { positionals } = readArguments(args, {}, ['KEY']);
    const key = readSettingKey(positionals[0] ?? '');
    shell.out(String(await withInstall(shell, ({ settings }) => settings.get(key))));
  },
};
