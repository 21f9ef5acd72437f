import { retireAppSecret } from '../apps/retire-app-secret';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments, required } from './read-arguments';

export const appSecretRetire: Command = {
  name: 'app secret retire',
  takes: '--app KEY --kid KID',
  does: 'take no more tokens that were signed with this secret',
  async run(args, shell) {
    const { values } = readArguments(args, { app: { type: 'string' }, kid: { type: 'string' } });
    const secret = { app: required(values.app, '--app'), kid: required(values.kid, '--kid') };
    await withInstall(shell, (install) => retireAppSecret(install, secret));
  },
};
