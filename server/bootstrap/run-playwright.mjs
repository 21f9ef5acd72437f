/** `run-playwright.mjs CONFIG [ARGUMENT…]`: Playwright is a program of the package e2e, not of the root. */
import './check-node.mjs';
import { makeReady } from './make-ready.mjs';
import { runEntry } from './run-entry.mjs';
import { runStep } from './run-step.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

await runEntry(async () => {
  watchNpm();
  await makeReady(createProgress(process.stdout));
  const command = ['playwright', 'test', '--config', ...process.argv.slice(2)];
  const failure = await runStep({ title: 'Playwright', command, folder: 'e2e', stream: true });
  process.exitCode = failure ? 1 : 0;
});
