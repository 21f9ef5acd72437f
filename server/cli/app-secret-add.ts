import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addAppSecret } from '../apps/add-app-secret';
import { type Command, UsageError } from './command';
import { withInstall } from './open-install';
import { readArguments, required } from './read-arguments';

export const appSecretAdd: Command = {
  name: 'app secret add',
  takes: '--app KEY [--public-key FILE]',
  does: 'one more secret beside the active ones, or a public key in PEM; prints {key, kid, algorithm, secret} as JSON',
  async run(args, shell) {
    const { values } = readArguments(args, { app: { type: 'string' }, 'public-key': { type: 'string' } });
    const app = required(values.app, '--app');
    const file = values['public-key'];
    const publicKey = file === undefined ? {} : { publicKey: await readPem(resolve(shell.cwd, file)) };
    const added = await withInstall(shell, (install) => addAppSecret(install, { app, ...publicKey }));
    shell.out(JSON.stringify(added));
  },
};

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`--public-key: ${path} cannot be read.`);
  }
}
