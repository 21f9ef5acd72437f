import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRoot } from '../config/find-root';

export interface Memory {
  rss: number;
  heapUsed: number;
}

/** A part of the bench in a process of its own, which ends with ours. */
export interface Task<T> {
  /** What it has found out, or that it is ready to serve. */
  done: Promise<T>;
  /** Bytes, after the garbage has been collected. */
  measureMemory(): Promise<Memory>;
  end(): void;
}

interface Note {
  done?: unknown;
  failed?: string;
  memory?: Memory;
}

/** `name`: of an entry of tasks.ts. `env` goes on top of ours. */
export function startTask<T>(name: string, input: object, env: NodeJS.ProcessEnv = {}): Task<T> {
  const bundle = pathToFileURL(join(findRoot(), 'server/dist/bench.js')).href;
  const program = `import(${JSON.stringify(bundle)}).then(({ work }) => work())`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env, BESEDA_BENCH: JSON.stringify({ name, input }) },
  });
  const end = () => void child.kill('SIGKILL');
  return {
    done: hear(child, (note) => 'done' in note).then(({ done }) => done as T),
    measureMemory: async () => {
      child.send('memory');
      const { memory } = await hear(child, (note) => note.memory !== undefined);
      return memory as Memory;
    },
    end,
  };
}

/** Runs a task to its end. */
export async function runTask<T>(name: string, input: object): Promise<T> {
  const task = startTask<T>(name, input);
  try {
    return await task.done;
  } finally {
    task.end();
  }
}

function hear(child: ChildProcess, fits: (note: Note) => boolean): Promise<Note> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      child.off('exit', fail).off('message', listen);
      finish();
    };
    const fail = (code: number | null) =>
      settle(() => reject(new Error(`A task of the bench ended with ${code}.`)));
    const listen = (note: Note) => {
      if (note.failed) settle(() => reject(new Error(note.failed)));
      else if (fits(note)) settle(() => resolve(note));
    };
    child.once('exit', fail).on('message', listen);
  });
}

/** In the task's own process. */
export async function answerAsTask(
  tasks: Readonly<Record<string, (input: never) => Promise<unknown>>>,
): Promise<void> {
  const { name, input } = JSON.parse(process.env['BESEDA_BENCH'] ?? '{}') as { name: string; input: never };
  process.on('disconnect', () => process.exit(0));
  process.on('message', () => {
    for (let i = 0; i < 4; i++) globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ memory: { rss, heapUsed } } satisfies Note);
  });
  try {
    process.send?.({ done: (await tasks[name]?.(input)) ?? null } satisfies Note);
  } catch (error) {
    process.send?.({
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
    } satisfies Note);
  }
}
