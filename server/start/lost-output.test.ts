import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../testing/build-server';
import type { TestDatabase } from '../testing/clone-database';
import { cloneTestDatabase } from '../testing/clone-test-database';
import { findFreePort } from '../testing/server-process';

let clone: TestDatabase;
let dataDir: string;
let built: { entry: string; remove: () => Promise<void> };

beforeAll(async () => {
  clone = await cloneTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'beseda-output-'));
  built = await buildServer();
}, 90_000);
afterAll(async () => {
  await built.remove();
  await rm(dataDir, { recursive: true, force: true });
  await clone.drop();
});

it('closes in order when nobody reads its output any more', { timeout: 60_000 }, async () => {
  const program = `import(${JSON.stringify(pathToFileURL(built.entry).href)}).then(({ main }) => main())`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: await findFreePort(),
      DATA_DIR: dataDir,
      DATABASE_URL: clone.appUrl,
      DATABASE_OWNER_URL: clone.ownerUrl,
    },
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) if (line.startsWith('Desk: ')) break;
  child.stdout.destroy();
  child.stderr.destroy();
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
