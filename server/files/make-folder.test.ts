import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'beseda-folder-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('makes what is missing above, for this user alone, and takes what is there', async () => {
  const path = join(root, 'one', 'two', 'three');
  await makeFolder(path);
  await makeFolder(path);
  expect((await stat(join(root, 'one'))).mode & 0o777).toBe(0o700);
});

it('names a file in its way', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it.runIf(process.platform === 'linux')('gives up where nothing can be made', async () => {
  await expect(makeFolder('/proc/nowhere/below')).rejects.toMatchObject({ code: 'ENOENT' });
});
