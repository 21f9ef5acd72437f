import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface ProgramResult {
  /** Null when it was ended by a signal or could not be started. */
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end and collects what it prints; never throws. */
export function runProgram(
  command: readonly string[],
  options: SpawnOptions & { input?: string } = {},
): Promise<ProgramResult> {
  const { input, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: programEnvironment(),
      ...spawnOptions,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.stdin?.on('error', () => {});
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
    child.stdin?.end(input ?? '');
  });
}

/**
 * English messages and nothing of ours (passwords, PG* variables) in PostgreSQL's environment. `libraries`
 * is its own folder of them, which the dynamic linker finds by itself only where /proc is mounted.
 */
export function programEnvironment(libraries?: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR, TEMP } = process.env;
  const kept = Object.entries({ PATH, SystemRoot, TMPDIR, TEMP }).filter(([, value]) => value !== undefined);
  const linker =
    process.platform === 'linux' && libraries && !existsSync('/proc/self/exe')
      ? { LD_LIBRARY_PATH: libraries }
      : {};
  return { ...Object.fromEntries(kept), ...linker, LC_ALL: 'C' };
}
