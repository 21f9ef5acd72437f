import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

interface Count {
  passed: number;
  failures: string[];
  skipped: { file: string; group: string; reason?: string }[];
}

const { countVitest, countPlaywright, describeSkipped, unhandledBeside } = (await import(
  new URL('./count-tests.mjs', import.meta.url).href
)) as {
  countVitest: (path: string) => Count;
  countPlaywright: (path: string) => Count;
  describeSkipped: (skipped: Count['skipped']) => string[];
  unhandledBeside: (path: string) => string;
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

it('names a failed test, a file that could not be loaded, an error outside of both, and what was left out', async () => {
  const at = (file: string) => join(import.meta.dirname, '../sockets', file);
  const test = (status: string) => ({
    status,
    title: 'delivers',
    ancestorTitles: ['two nodes (needs redis-server)'],
    failureMessages: status === 'failed' ? ['\u001b[31mError: lost\u001b[39m\n    at a.test.ts:3'] : [],
  });
  const path = await report({
    testResults: [
      {
        name: at('a.test.ts'),
        status: 'passed',
        assertionResults: [test('passed'), test('skipped'), test('pending')],
      },
      { name: at('b.test.ts'), status: 'failed', assertionResults: [], message: 'Cannot find module' },
      { name: at('c.test.ts'), status: 'failed', assertionResults: [test('failed')] },
    ],
  });
  await writeFile(unhandledBeside(path), JSON.stringify(['Error: nobody waited\n    at b.ts:1']));
  const { passed, failures, skipped } = countVitest(path);
  expect(passed).toBe(1);
  expect(failures).toEqual([
    'server/sockets/c.test.ts › two nodes (needs redis-server) › delivers: Error: lost',
    'server/sockets/b.test.ts: Cannot find module',
    'outside of the tests: Error: nobody waited',
  ]);
  expect(describeSkipped(skipped)).toEqual([
    'Left out: server/sockets/a.test.ts › two nodes (needs redis-server), 2 tests',
  ]);
});

it('counts a Playwright test that passed only on a retry as failed and gives the reason of a skip', async () => {
  const skipped = { status: 'skipped', annotations: [{ type: 'skip', description: 'no redis-server' }] };
  const failed = { status: 'unexpected', results: [{ error: { message: 'Error: not seen' } }] };
  const flaky = { status: 'flaky', results: [{}] };
  const path = await report({
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [],
    suites: [
      {
        title: 'two.spec.ts',
        suites: [
          {
            title: 'two nodes',
            specs: [{ title: 'deliver', file: 'two.spec.ts', tests: [skipped, failed, flaky] }],
          },
        ],
      },
    ],
  });
  const counted = countPlaywright(path);
  expect(counted.passed).toBe(3);
  expect(counted.failures).toEqual([
    'e2e/two.spec.ts › two nodes › deliver: Error: not seen',
    'e2e/two.spec.ts › two nodes › deliver: passed only on a retry',
  ]);
  expect(describeSkipped(counted.skipped)).toEqual([
    'Left out: e2e/two.spec.ts › two nodes, 1 test: no redis-server',
  ]);
});

it('counts nothing where there is no report', () => {
  expect(countVitest(join(folder, 'none.json'))).toEqual({ passed: 0, failures: [], skipped: [] });
});
