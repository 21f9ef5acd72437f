import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** The server of these very sources as one bundle, in a folder from which its packages can be found. */
export async function buildServer(): Promise<{ entry: string; remove: () => Promise<void> }> {
  const root = join(import.meta.dirname, '..');
  const outDir = await mkdtemp(join(root, 'node_modules', '.beseda-server-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, 'main.ts'), outDir, target: 'node20' },
    ssr: { noExternal: [/^@beseda\//] },
  });
  return { entry: join(outDir, 'main.js'), remove: () => rm(outDir, { recursive: true, force: true }) };
}
