import './check-node.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPlaywright, countVitest, describeSkipped } from './count-tests.mjs';
import { listChecks } from './list-checks.mjs';
import { makeReady } from './make-ready.mjs';
import { runEntry } from './run-entry.mjs';
import { runStep, runSteps } from './run-step.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

await runEntry(async () => {
  watchNpm();
  const reports = mkdtempSync(join(tmpdir(), 'beseda-reports-'));
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
  const progress = createProgress(process.stdout);
  const ready = await makeReady(progress).then(
    () => true,
    (error) => {
      console.log(error.message);
      return false;
    },
  );
  const checks = ready ? await runSteps(listChecks()) : 1;
  const suites = ready ? await runSuites(reports) : [];
  printSummary(checks, suites);
});

async function runSuites(reports) {
  const unit = join(reports, 'vitest.json');
  const browser = join(reports, 'playwright.json');
  const units = await runTests(
    {
      title: 'Unit and database tests',
      command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
    },
    () => countVitest(unit),
  );
  const browsers = await runTests(
    {
      title: 'Browser tests',
      command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
      folder: 'e2e',
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
    },
    () => countPlaywright(browser),
  );
  return [units, browsers];
}

/** A run that fails without a failed test (a crash, an unhandled error) counts as one. */
async function runTests(step, count) {
  const passed = await runStep({ ...step, stream: true });
  const counted = count();
  return passed || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/** The last line is `N passed, N failed`, with `, N skipped` when there are any. */
function printSummary(failedChecks, suites) {
  const skipped = suites.flatMap((suite) => suite.skipped);
  const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0);
  const failed = failedChecks + sum('failed');
  console.log('');
  for (const line of describeSkipped(skipped)) console.log(line);
  console.log(
    `${sum('passed')} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}
