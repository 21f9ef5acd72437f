/** The server, built and started anew whenever a source has changed. Sources that do not build leave the old one running. */
import './check-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { listStale } from './build.mjs';
import { makeReady } from './make-ready.mjs';
import { BootstrapError, runEntry } from './run-entry.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

const EVERY_MS = 700;

await runEntry(async () => {
  watchNpm();
  const progress = createProgress(process.stdout);
  await makeReady(progress);
  for (;;) {
    const server = startServer();
    await buildNext(progress);
    await endServer(server);
  }
});

/** In a process of its own, which ends with this one. */
function startServer() {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs')], { stdio: 'inherit' });
  server.once(
    'exit',
    (code) => code && console.log('The server has ended; it starts again after the next change.'),
  );
  return server;
}

async function endServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Resolves when sources have changed and are built. */
async function buildNext(progress) {
  let refused = '';
  for (;;) {
    await delay(EVERY_MS);
    const stale = hashOfStale();
    if (stale === '' || stale === refused) continue;
    try {
      await makeReady(progress);
      return;
    } catch (error) {
      if (!(error instanceof BootstrapError)) throw error;
      console.log(error.message);
      refused = hashOfStale();
    }
  }
}

function hashOfStale() {
  return listStale()
    .map(({ folder, hash }) => folder + hash)
    .join();
}
