import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

interface ClusterAnswer {
  readonly ownerUrl?: string;
  readonly startedByUs?: boolean;
  /** Of the error, when it could not open the cluster. */
  readonly code?: string;
}

export interface ClusterProgram {
  /** Runs `cluster-program.ts` in a process of its own and waits for its answer. */
  readonly spawn: (
    kind: 'server' | 'command',
    dataDir: string,
    env?: NodeJS.ProcessEnv,
  ) => Promise<{ child: ChildProcess; answer: ClusterAnswer }>;
  /** Kills what still runs and removes the built program. */
  readonly remove: () => Promise<void>;
}

/** Built once per test file, in a folder from which the embedded PostgreSQL's package can be found. */
export async function buildClusterProgram(): Promise<ClusterProgram> {
  const server = join(import.meta.dirname, '..');
  const outDir = await mkdtemp(join(server, 'node_modules', '.cluster-program-'));
  await build({
    configFile: false,
    root: server,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'cluster-program.ts'), outDir, target: 'node20' },
  });
  const program = join(outDir, 'cluster-program.js');
  const children: ChildProcess[] = [];
  return {
    remove: () => {
      for (const child of children) child.kill('SIGKILL');
      return rm(outDir, { recursive: true, force: true });
    },
    spawn: async (kind, dataDir, env = {}) => {
      const child = spawn(process.execPath, [program, kind, dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...env },
      });
      children.push(child);
      const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
      return { child, answer: JSON.parse(line) as ClusterAnswer };
    },
  };
}
