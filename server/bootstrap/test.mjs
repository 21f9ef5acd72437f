import './check-node.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPlaywright, countVitest, describeSkipped, unhandledBeside } from './count-tests.mjs';
import { listChecks } from './list-checks.mjs';
import { makeReady } from './make-ready.mjs';
import { lastLines } from './run-child.mjs';
import { runEntry } from './run-entry.mjs';
import { runStep, runSteps } from './run-step.mjs';
import { createProgress } from './show-progress.mjs';
import { watchNpm } from './watch-npm.mjs';

const CHECK_LINES = 40;

await runEntry(async () => {
  watchNpm();
  const reports = mkdtempSync(join(tmpdir(), 'beseda-reports-'));
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
  const progress = createProgress(process.stdout);
  const unready = await makeReady(progress).then(
    () => null,
    (error) => ({ title: 'Getting ready', output: error.message }),
  );
  if (unready) console.log(unready.output);
  const checks = unready ? [unready] : await runSteps(listChecks());
  printSummary(checks, unready ? [] : await runSuites(reports));
});

async function runSuites(reports) {
  const unit = join(reports, 'vitest.json');
  const browser = join(reports, 'playwright.json');
  const units = await runTests(
    {
      title: 'Unit and database tests',
      command: [
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unit}`,
        `--reporter=${join(import.meta.dirname, 'note-unhandled.mjs')}`,
      ],
      env: { UNHANDLED_OUTPUT_FILE: unhandledBeside(unit) },
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

/** A run that fails without a failed test (a crash) counts as one. */
async function runTests(step, count) {
  const failure = await runStep({ ...step, stream: true });
  const counted = count();
  if (!failure || counted.failures.length > 0) return counted;
  return { ...counted, failures: [`${step.title} ended with code ${failure.code}, no test had failed`] };
}

/** What failed is said once more at the end, where it is found; the last line is `N passed, N failed`. */
function printSummary(failedChecks, suites) {
  const skipped = suites.flatMap((suite) => suite.skipped);
  const failures = suites.flatMap((suite) => suite.failures);
  const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
  console.log('');
  for (const line of describeSkipped(skipped)) console.log(line);
  for (const { title, output } of failedChecks)
    console.log(`Failed: ${title}\n${lastLines(output, CHECK_LINES)}`);
  for (const failure of failures) console.log(`Failed: ${failure}`);
  const failed = failedChecks.length + failures.length;
  console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  process.exitCode = failed === 0 ? 0 : 1;
}
