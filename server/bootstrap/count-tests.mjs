import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './read-workspace.mjs';

/**
 * Counts vitest's JSON report: `{passed, failures, skipped}`, failures a line each, skipped as
 * `{file, group, reason?}`. A file that could not be loaded is one failure; so is each error outside of the
 * tests, which `note-unhandled.mjs` writes beside the report. A report that is missing counts nothing.
 */
export function countVitest(path) {
  const files = readReport(path)?.testResults ?? [];
  const broken = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative(ROOT, name) })),
  );
  const failed = tests.filter(({ status }) => status === 'failed');
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [
      ...failed.map((test) =>
        describeFailure([test.file, ...test.ancestorTitles, test.title], test.failureMessages[0]),
      ),
      ...broken.map(({ name, message }) => describeFailure([relative(ROOT, name)], message)),
      ...(readReport(unhandledBeside(path)) ?? []).map((error) =>
        describeFailure(['outside of the tests'], error),
      ),
    ],
    skipped: skipped.map(({ file, ancestorTitles, title }) => ({ file, group: ancestorTitles[0] ?? title })),
  };
}

export function unhandledBeside(path) {
  return `${path}.unhandled`;
}

/** Counts Playwright's JSON report, in the same shape. A test that passed only on a retry has failed. */
export function countPlaywright(path) {
  const report = readReport(path);
  if (!report) return { passed: 0, failures: [], skipped: [] };
  const specs = report.suites.flatMap((suite) => listSpecs(suite, []));
  const failed = specs.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  return {
    passed: report.stats.expected,
    failures: [
      ...failed.map(({ file, titles, results }) =>
        describeFailure(
          [file, ...titles],
          results.find(({ error }) => error)?.error.message ?? 'passed only on a retry',
        ),
      ),
      ...report.errors.map(({ message }) => describeFailure(['outside of the tests'], message)),
    ],
    skipped: specs
      .filter(({ status }) => status === 'skipped')
      .map(({ file, titles, annotations }) => ({
        file,
        group: titles[0],
        reason: annotations.find(({ type }) => type === 'skip')?.description,
      })),
  };
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

function listSpecs(suite, titles) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ ...test, file: `e2e/${spec.file}`, titles: [...titles, spec.title] })),
  );
  const inner = (suite.suites ?? []).flatMap((child) => listSpecs(child, [...titles, child.title]));
  return [...own, ...inner];
}

function describeFailure(path, message = '') {
  const [reason = ''] = stripVTControlCharacters(message).trim().split('\n');
  return `${path.join(' › ')}${reason ? `: ${reason}` : ''}`;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
