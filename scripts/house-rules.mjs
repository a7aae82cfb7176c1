#!/usr/bin/env node
/**
 * Checks the rules of the house that no linter knows (scripts/checks/house-rules.mjs), and that each of them can
 * fail. What is tolerated stands in scripts/checks/tolerated.json with its reason; that list may only shrink.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { housePlants, plantedDoors } from './checks/house-plants.mjs';
import { houseRuleNames, houseRules } from './checks/house-rules.mjs';
import { missingOptionalPackages } from './checks/lock-file.mjs';
import { packageDoors } from './checks/package-doors.mjs';
import { saveResult } from './checks/save-result.mjs';
import { sourceFiles } from './prepare/fingerprint.mjs';
import { inRoot, root } from './prepare/paths.mjs';

const roots = [
  'apps',
  'packages',
  'prisma',
  'e2e',
  'scripts',
  'package.json',
  'vitest.config.ts',
  'prisma.config.ts',
];

function findings() {
  const doors = packageDoors();
  return sourceFiles(roots, { tests: true })
    .filter(({ path }) => /\.([cm]?[tj]s|tsx|css|prisma)$|package\.json$/.test(path))
    .flatMap(({ path }) => {
      const file = relative(root, path).replaceAll('\\', '/');
      return houseRules({ file, text: readFileSync(path, 'utf8'), doors });
    });
}

/** Takes away what is tolerated; an entry that nothing needs any more is itself a failure. */
function withoutTolerated(found) {
  const { ceiling, entries } = JSON.parse(
    readFileSync(inRoot('scripts', 'checks', 'tolerated.json'), 'utf8'),
  );
  const matches = (entry, finding) => entry.rule === finding.rule && entry.file === finding.file;
  const problems = found
    .filter((finding) => !entries.some((entry) => matches(entry, finding)))
    .map(({ rule, file, line, words }) => `${file}:${line} ${rule}: ${words}`);
  for (const entry of entries) {
    if (!entry.reason) problems.push(`tolerated.json: ${entry.rule} in ${entry.file} gives no reason`);
    if (!found.some((finding) => matches(entry, finding))) {
      problems.push(`tolerated.json: ${entry.rule} in ${entry.file} is mended; take it off the list`);
    }
  }
  if (ceiling !== entries.length) {
    problems.push(
      `tolerated.json: ${entries.length} entries and a ceiling of ${ceiling}; the list may only shrink`,
    );
  }
  return problems;
}

function lockFileProblems() {
  const missing = missingOptionalPackages(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')));
  if (missing.length === 0) return [];
  return [
    `package-lock.json leaves out ${missing.length} packages for other machines (${missing[0]} …), so "npm ci" refuses. ` +
      'Mend it with: node scripts/complete-lock-file.mjs',
  ];
}

function selfTest() {
  const failures = [];
  const spoke = new Set();
  for (const { file, text, expect } of housePlants) {
    const said = houseRules({ file, text, doors: plantedDoors }).map(({ rule }) => rule);
    for (const rule of said) spoke.add(rule);
    if (expect ? !said.includes(expect) : said.length > 0) {
      failures.push(
        `self-test: ${file} should give [${expect ?? ''}] and gave [${said}]: ${text.slice(0, 60)}`,
      );
    }
  }
  for (const rule of houseRuleNames)
    if (!spoke.has(rule)) failures.push(`self-test: nothing planted breaks ${rule}`);
  const lock = { packages: { 'node_modules/a': { optionalDependencies: { b: '1.0.0' } } } };
  if (missingOptionalPackages(lock).length !== 1)
    failures.push('self-test: an incomplete lock file was not noticed');
  return failures;
}

const problems = [...withoutTolerated(findings()), ...lockFileProblems()];
const failures = selfTest();
for (const line of [...problems, ...failures]) console.error(`  ${line}`);
const planted = housePlants.length + houseRuleNames.length + 1;
console.log(
  `house rules: ${problems.length} violations; self-test: ${planted - failures.length} of ${planted} judged rightly`,
);
saveResult({
  passed: (problems.length === 0 ? 1 : 0) + planted - failures.length,
  failed: (problems.length === 0 ? 0 : 1) + failures.length,
});
process.exitCode = problems.length + failures.length === 0 ? 0 : 1;
