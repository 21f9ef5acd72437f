import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './read-workspace.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: [] };

/**
 * Counts vitest's JSON report: `{passed, failed, skipped}`, skipped as `{file, group, reason?}`. A file that
 * could not be loaded is one failed test; a report that is missing counts nothing.
 */
export function countVitest(path) {
  const report = readReport(path);
  if (!report) return NOTHING;
  const files = report.testResults;
  const broken = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative(ROOT, name) })),
  );
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: skipped.map(({ file, ancestorTitles, title }) => ({ file, group: ancestorTitles[0] ?? title })),
  };
}

/** Counts Playwright's JSON report, in the same shape. A test that passed only on a retry has failed. */
export function countPlaywright(path) {
  const report = readReport(path);
  if (!report) return NOTHING;
  const { expected, unexpected, flaky } = report.stats;
  const skipped = report.suites.flatMap((suite) => listSkipped(suite, []));
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** One line per group of tests that were left out, with the reason where the tests give one. */
export function describeSkipped(skipped) {
  const groups = new Map();
  for (const test of skipped) {
    const name = `${test.file} › ${test.group}`;
    groups.set(name, [...(groups.get(name) ?? []), test]);
  }
  return [...groups].map(([name, tests]) => {
    const reason = tests.find((test) => test.reason)?.reason;
    return `Left out: ${name}, ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}${reason ? `: ${reason}` : ''}`;
  });
}

function listSkipped(suite, titles) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => ({
        file: `e2e/${spec.file}`,
        group: titles[0] ?? spec.title,
        reason: annotations.find(({ type }) => type === 'skip')?.description,
      })),
  );
  const inner = (suite.suites ?? []).flatMap((child) => listSkipped(child, [...titles, child.title]));
  return [...own, ...inner];
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
