import { addApp } from '../apps/add-app';
import { type Command, UsageError } from './command';
import { withInstall } from './open-install';
import { readArguments, required } from './read-arguments';

export const appAdd: Command = {
  name: 'app add',
  takes: '--name NAME --origin ORIGIN [--origin ORIGIN …] [--distrust-claims]',
  does: 'make an embedding site; prints {key, secret, kid} as JSON. --distrust-claims: take plan and region from the admin, not from its tokens',
  async run(args, shell) {
    const { values, positionals } = readArguments(
      args,
      {
        name: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'distrust-claims': { type: 'boolean' },
      },
      Array.from(args, () => 'ORIGIN?'),
    );
    const name = required(values.name, '--name');
    if (!values.origin) throw new UsageError('--origin is missing.');
    // `--origin A B` is taken too: everything that is no option is one more origin.
    const origins = [...values.origin, ...positionals];
    const trustedClaims = !(values['distrust-claims'] ?? false);
    const app = { name, origins, trustedClaims };
    shell.out(JSON.stringify(await withInstall(shell, (install) => addApp(install, app))));
  },
};
