import { runCommand } from './cli/run-command';

/** The operators' commands: `npm run beseda -- …`. Sets the exit code. */
export async function main(argv: string[]): Promise<void> {
  process.exitCode = await runCommand(argv, {
    env: process.env,
    cwd: process.cwd(),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  });
}
