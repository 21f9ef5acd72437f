import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, listStale } from './build.mjs';
import { holdCheckout } from './hold-checkout.mjs';
import { install, isInstalled } from './install.mjs';
import { ROOT, readWorkspace, STAMPS } from './read-workspace.mjs';
import { BootstrapError } from './run-entry.mjs';

/** Installs and builds what is not up to date; does nothing, in a fraction of a second, when all is. */
export async function makeReady(progress) {
  if (isInstalled() && listStale().length === 0) return;
  assertWritable();
  await holdCheckout(progress, async () => {
    await install(progress);
    await build(progress);
  });
}

/** Somebody else's checkout can be run, not changed. */
function assertWritable() {
  const folders = readWorkspace().flatMap(({ folder }) => [`${folder}/dist`, `${folder}/node_modules`]);
  const places = [ROOT, STAMPS, join(ROOT, 'node_modules'), ...folders.map((folder) => join(ROOT, folder))];
  for (const place of places.filter((path) => existsSync(path))) {
    try {
      accessSync(place, constants.W_OK);
    } catch {
      throw new BootstrapError(
        `This checkout is not up to date, and ${place} belongs to another user (uid ${statSync(place).uid}): run this as that user once, or use a copy of your own.`,
      );
    }
  }
}
