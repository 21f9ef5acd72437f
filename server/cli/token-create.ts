import { createApiToken } from '../agents/create-api-token';
import type { Command } from './command';
import { withInstall } from './open-install';
import { readArguments, readRole, required } from './read-arguments';

export const tokenCreate: Command = {
  name: 'token create',
  takes: '--name NAME [--role agent|admin]',
  does: 'make an API token, admin unless said otherwise; prints it, this once',
  async run(args, shell) {
    const { values } = readArguments(args, { name: { type: 'string' }, role: { type: 'string' } });
    const token = { name: required(values.name, '--name'), role: readRole(values.role ?? 'admin') };
    shell.out(await withInstall(shell, (install) => createApiToken(install, token)));
  },
};
