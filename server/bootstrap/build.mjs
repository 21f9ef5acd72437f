import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { clearStamp, hasStamp, setStamp } from './keep-stamps.mjs';
import { hashSources, ROOT, readWorkspace } from './read-workspace.mjs';
import { lastLines, runChild } from './run-child.mjs';
import { BootstrapError } from './run-entry.mjs';

const FAILURE_LINES = 60;

/** The packages whose output is missing or made from other sources: `[{folder, script, hash}]`, in build order. */
export function listStale() {
  const workspace = readWorkspace();
  const built = workspace.filter(({ scripts }) => scripts.build);
  return built
    .map((found) => ({
      folder: found.folder,
      script: found.scripts.build,
      hash: hashSources(found, workspace),
    }))
    .filter(
      ({ folder, hash }) => !hasStamp(`build-${folder}`, hash) || !existsSync(join(ROOT, folder, 'dist')),
    );
}

/** Builds the stale packages. They read one another's sources, never outputs, so the order does not matter. */
export async function build(progress) {
  for (const { folder, script, hash } of listStale()) {
    clearStamp(`build-${folder}`);
    await progress.run(`Building ${folder}`, () => buildPackage(folder, script));
    setStamp(`build-${folder}`, hash);
  }
}

async function buildPackage(folder, script) {
  const shell = process.platform === 'win32' ? ['cmd', '/d', '/s', '/c'] : ['sh', '-c'];
  const { code, output } = await runChild([...shell, script], {
    cwd: join(ROOT, folder),
    env: { ...process.env, PATH: pathWithPrograms(folder) },
  });
  if (code === 0) return;
  throw new BootstrapError(
    `${lastLines(output, FAILURE_LINES)}\n${folder} could not be built (code ${code}).`,
  );
}

/** PATH as a package's script sees it: the programs it depends on come first. */
export function pathWithPrograms(folder) {
  const programs = [join(ROOT, folder), ROOT].map((path) => join(path, 'node_modules/.bin'));
  return [...programs, process.env.PATH].join(delimiter);
}
