import './check-node.mjs';
import { makeReady } from './make-ready.mjs';
import { runEntry } from './run-entry.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

await runEntry(async () => {
  watchNpm();
  await makeReady(createProgress(process.stdout));
});
