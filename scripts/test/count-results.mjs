import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */

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
  // A file that does not even load has no tests in it, and must not vanish from the sum.
  const unloaded = (report.testResults ?? []).filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every(({ status }) => status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + unloaded,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/** @returns {Counts} from Playwright's JSON reporter; a test that passed on its retry passed */
export function countPlaywright(file) {
  const report = readReport(file);
  if (!report?.stats) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
}

/** @returns {Counts} from scripts/checks/save-result.mjs */
export function countChecks(file) {
  return readReport(file) ?? { passed: 0, failed: 0 };
}
