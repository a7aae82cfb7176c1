import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../../.dependency-cruiser.cjs');

/** Names of all rules, for the self-test to show that each one has been seen to fail. */
export const ruleNames = forbidden.map((rule) => rule.name);

/**
 * Reads every module under the given folders of a tree, and judges its imports.
 * @param {string} baseDir root of the tree
 * @param {string[]} folders those inside it that exist
 * @returns {Promise<{ modules: { source: string, dependencies: { module: string, resolved: string }[] }[],
 *   violations: { rule: string, from: string, to: string, cycle?: string[] }[] }>}
 */
export async function cruiseTree(baseDir, folders) {
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, enhancedResolveOptions, baseDir, validate: true, ruleSet: { forbidden } },
    { ...enhancedResolveOptions },
  );
  const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to,
    ...(cycle ? { cycle: cycle.map(({ name }) => name) } : {}),
  }));
  // Files that only appear as the target of an import are not part of what was asked for.
  const modules = output.modules.filter((module) =>
    folders.some((folder) => module.source.startsWith(`${folder}/`)),
  );
  return { modules, violations };
}
