import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

interface Count {
  passed: number;
  failed: number;
  skipped: { file: string; group: string; reason?: string }[];
}

const { countVitest, countPlaywright, describeSkipped } = (await import(
  new URL('./count-tests.mjs', import.meta.url).href
)) as {
  countVitest: (path: string) => Count;
  countPlaywright: (path: string) => Count;
  describeSkipped: (skipped: Count['skipped']) => string[];
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beseda-count-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function report(content: unknown): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

it('counts a vitest file that could not be loaded as one failure and names what was left out', async () => {
  const test = (status: string) => ({
    status,
    title: 'delivers',
    ancestorTitles: ['two nodes (needs redis-server)'],
  });
  const path = await report({
    testResults: [
      {
        name: join(import.meta.dirname, '../sockets/a.test.ts'),
        status: 'passed',
        assertionResults: [test('passed'), test('skipped'), test('pending')],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', status: 'failed', assertionResults: [test('failed')] },
    ],
  });
  const { passed, failed, skipped } = countVitest(path);
  expect({ passed, failed }).toEqual({ passed: 1, failed: 2 });
  expect(describeSkipped(skipped)).toEqual([
    'Left out: server/sockets/a.test.ts › two nodes (needs redis-server), 2 tests',
  ]);
});

it('counts a Playwright test that passed only on a retry as failed and gives the reason of a skip', async () => {
  const skipped = { status: 'skipped', annotations: [{ type: 'skip', description: 'no redis-server' }] };
  const path = await report({
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [],
    suites: [
      {
        title: 'two.spec.ts',
        suites: [
          { title: 'two nodes', specs: [{ title: 'deliver', file: 'two.spec.ts', tests: [skipped] }] },
        ],
      },
    ],
  });
  const counted = countPlaywright(path);
  expect(counted).toMatchObject({ passed: 3, failed: 2 });
  expect(describeSkipped(counted.skipped)).toEqual([
    'Left out: e2e/two.spec.ts › two nodes, 1 test: no redis-server',
  ]);
});

it('counts nothing where there is no report', () => {
  expect(countVitest(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, skipped: [] });
});
