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
  process.exitCode = (await runSteps(listChecks())) === 0 ? 0 : 1;
});
