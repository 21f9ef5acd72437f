import { pathWithPrograms } from './build.mjs';
import { ROOT } from './read-workspace.mjs';
import { runChild } from './run-child.mjs';
import { formatSeconds } from './show-progress.mjs';

/**
 * Runs one step `{title, command, folder?, stream?, env?}` in its package's folder (default: the root) and
 * prints a headline with the time. A streamed step shows its output as it comes, others only when they fail.
 * Resolves to null, or to `{title, code, output}` when it failed.
 */
export async function runStep({ title, command, folder = '.', stream = false, env = {} }) {
  if (stream) console.log(`\n▸ ${title}`);
  const begin = performance.now();
  const { code, output } = await runChild(command, {
    cwd: ROOT,
    env: { ...process.env, PATH: pathWithPrograms(folder), ...env },
    stream,
  });
  console.log(`${code === 0 ? '✓' : '✗'} ${title} ${formatSeconds(performance.now() - begin)}`);
  if (code !== 0 && !stream) console.log(`${output.trimEnd()}\n`);
  return code === 0 ? null : { title, code, output };
}

/** Runs all steps, two at a time, also after a failure. Resolves to those that failed. */
export async function runSteps(steps) {
  const waiting = [...steps];
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const failure = await runStep(step);
      if (failure) failed.push(failure);
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}
