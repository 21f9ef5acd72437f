import { EnvironmentError } from '../config/environment-error';
import { Refusal } from '../context/refusal';
import { DatabaseError } from '../postgres/database-error';
import { type Command, type Shell, UsageError } from './command';
import { COMMANDS, describeCommands } from './list-commands';

/** Runs the command that `argv` names. Gives the exit code: 0 done, 1 failed, 2 asked wrongly; then one line says why. */
export async function runCommand(argv: readonly string[], shell: Shell): Promise<0 | 1 | 2> {
  if (argv[0] === 'help' || argv[0] === '--help' || argv[0] === '-h') {
    shell.out(describeCommands());
    return 0;
  }
  const command = findCommand(argv);
  if (!command) {
    const named =
      argv.length > 0 ? `There is no command «${argv.slice(0, 3).join(' ')}»` : 'No command is given';
    shell.err(`${named}: «help» lists them.`);
    return 2;
  }
  try {
    await command.run(argv.slice(command.name.split(' ').length), shell);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) shell.err(explain(error));
    else shell.err(`${error.message} Usage: ${command.name} ${command.takes}`.trimEnd());
    return error instanceof UsageError ? 2 : 1;
  }
}

function findCommand(argv: readonly string[]): Command | undefined {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, at) => argv[at] === word));
}

function explain(error: unknown): string {
  const isKnown = [Refusal, EnvironmentError, DatabaseError].some((kind) => error instanceof kind);
  const { message = String(error), code } = error as { message?: string; code?: string };
  const line = message.split('\n', 1)[0] || code || 'unknown reason';
  return isKnown ? line : `Failed: ${line}`;
}
