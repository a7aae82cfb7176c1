#!/usr/bin/env node
/**
 * Checks who imports whom (.dependency-cruiser.cjs), then proves on planted violations that the check can fail.
 * A cruise that did not read the sources must never pass: every TypeScript file on disk has to be in its answer,
 * and imports between packages have to be followed.
 */
import { relative } from 'node:path';
import { selfTest } from './boundaries-self-test.mjs';
import { cruiseTree } from './checks/cruise-tree.mjs';
import { saveResult } from './checks/save-result.mjs';
import { sourceFiles } from './prepare/fingerprint.mjs';
import { root } from './prepare/paths.mjs';

const folders = ['apps', 'packages', 'prisma/seed', 'e2e'];
const fewestModules = 40;

const { modules, violations } = await cruiseTree(root, folders);
const problems = violations.map(({ rule, from, to, cycle }) =>
  cycle ? `${rule}: ${[from, ...cycle].join(' → ')}` : `${rule}: ${from} → ${to}`,
);
const seen = new Set(modules.map((module) => module.source));
for (const { path } of sourceFiles(folders, { tests: true })) {
  const name = relative(root, path).replaceAll('\\', '/');
  if (/\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !seen.has(name))
    problems.push(`not read by the check: ${name}`);
}
const followed = modules
  .filter((module) => seen.has(module.source))
  .flatMap((module) => module.dependencies)
  .filter(
    (dependency) => dependency.module.startsWith('@gt/') && /^packages\//.test(dependency.resolved),
  ).length;
if (modules.length < fewestModules || followed === 0) {
  problems.push(`only ${modules.length} modules and ${followed} imports between packages were read`);
}
for (const problem of problems) console.error(`  ${problem}`);
console.log(
  `boundaries: ${modules.length} modules, ${followed} imports between packages, ${problems.length} violations`,
);

const test = await selfTest();
for (const failure of test.failures) console.error(`  self-test: ${failure}`);
console.log(`boundaries self-test: ${test.passed} of ${test.total} planted imports judged rightly`);

saveResult({
  passed: (problems.length === 0 ? 1 : 0) + test.passed,
  failed: (problems.length === 0 ? 0 : 1) + test.failures.length,
});
process.exitCode = problems.length + test.failures.length === 0 ? 0 : 1;
