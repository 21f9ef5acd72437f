import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The checkout's top folder: the nearest one above this file that holds `pnpm-workspace.yaml`.
 * The same from source and from the bundle in `server/dist`. Throws when there is none.
 */
export function findRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
    if (folder === dirname(folder)) throw new Error(`No pnpm-workspace.yaml in ${here} or above it`);
  }
}
