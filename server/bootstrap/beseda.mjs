import './check-node.mjs';
import { makeReady } from './make-ready.mjs';
import { runEntry } from './run-entry.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

await runEntry(async () => {
  watchNpm();
  await makeReady(createProgress(process.stderr));
  // npm runs scripts in the checkout; paths in arguments are the caller's.
  if (process.env.npm_lifecycle_event === 'beseda') process.chdir(process.env.INIT_CWD ?? '.');
  const { main } = await import('../dist/cli.js');
  await main(process.argv.slice(2));
});
