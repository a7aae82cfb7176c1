import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped?: number, failures?: string[] }} Counts `failures` in words */

/** Reads a report a tool left behind; one that is missing or cut off counts as nothing passed. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns {Counts} from Vitest's JSON reporter */
export function countVitest(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 0 };
  const failedFiles = (report.testResults ?? []).filter(({ status }) => status === 'failed');
  const failed = failedFiles.map((result) => ({
    ...result,
    tests: result.assertionResults.filter(({ status }) => status === 'failed'),
  }));
  // A file that does not even load has no tests in it, and must not vanish from the sum.
  const unloaded = failed.filter(({ tests }) => tests.length === 0);
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + unloaded.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: [
      ...failed.flatMap(({ name, tests }) =>
        tests.map(({ fullName, failureMessages }) => `${name}: ${fullName}${because(failureMessages?.[0])}`),
      ),
      ...unloaded.map(({ name, message }) => `${name}: did not load${because(message)}`),
    ],
  };
}

/** The first line of an error, where there is one. */
function because(message) {
  const [line] = (message ?? '').split('\n');
  return line ? ` (${line.slice(0, 300)})` : '';
}

/** @returns {Counts} from Playwright's JSON reporter; a test that passed on its retry passed */
export function countPlaywright(file) {
  const report = readReport(file);
  if (!report?.stats) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected + (report.errors?.length ?? 0),
    skipped,
    failures: [
      ...(report.suites ?? []).flatMap(unexpectedSpecs),
      ...(report.errors ?? []).map(({ message }) => `outside a test${because(message)}`),
    ],
  };
}

function unexpectedSpecs({ specs = [], suites = [] }) {
  const own = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(unexpectedSpecs)];
}

/** @returns {Counts} from scripts/checks/save-result.mjs */
export function countChecks(file) {
  return readReport(file) ?? { passed: 0, failed: 0 };
}
