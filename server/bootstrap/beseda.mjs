import './check-node.mjs';
import { join, resolve } from 'node:path';
import { makeReady } from './make-ready.mjs';
import { ROOT } from './read-workspace.mjs';
import { runEntry } from './run-entry.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

await runEntry(async () => {
  watchNpm();
  await makeReady(createProgress(process.stderr));
  enterCallersFolder();
  const { main } = await import('../dist/cli.js');
  await main(process.argv.slice(2));
});

/** Paths in arguments are the caller's; DATA_DIR is the server's, which npm starts in the checkout. */
function enterCallersFolder() {
  process.env.DATA_DIR = resolve(process.env.DATA_DIR ?? 'data');
  const startedByNpm = process.env.npm_package_json === join(ROOT, 'package.json');
  if (startedByNpm && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
}
