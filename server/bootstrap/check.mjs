/** All checks, or those whose titles begin with the given word. */
import './check-node.mjs';
import { listChecks } from './list-checks.mjs';
import { makeReady } from './make-ready.mjs';
import { runEntry } from './run-entry.mjs';
import { runSteps } from './run-step.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

await runEntry(async () => {
  watchNpm();
  await makeReady(createProgress(process.stdout));
  const [wanted = ''] = process.argv.slice(2);
  const checks = listChecks().filter(({ title }) => title.startsWith(wanted));
  process.exitCode = (await runSteps(checks)).length === 0 ? 0 : 1;
});
