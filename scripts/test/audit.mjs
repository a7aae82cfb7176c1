import { runCommand } from '../prepare/run-command.mjs';

/**
 * Asks the package registry for known holes in what the product ships. A registry that does not answer is "not
 * run", never a pass and never a failure: the tests must be runnable without a network.
 * @returns {Promise<{ state: 'clean' | 'found' | 'not run', words: string }>} found: high or critical ones
 */
export async function audit() {
  const { output } = await runCommand('npm', ['audit', '--omit=dev', '--json', '--loglevel=silent'], {
    timeoutMs: 45_000,
    shell: process.platform === 'win32',
  });
  return readAudit(output);
}

/** @param {string} output of `npm audit --json`, possibly with warnings around it */
export function readAudit(output) {
  let counts;
  try {
    counts = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)).metadata
      ?.vulnerabilities;
  } catch {
    counts = undefined;
  }
  if (!counts)
    return { state: 'not run', words: 'the package registry does not answer questions about advisories' };
  const { critical = 0, high = 0, moderate = 0, low = 0 } = counts;
  const words = `${critical} critical, ${high} high, ${moderate} moderate, ${low} low`;
  return { state: critical + high > 0 ? 'found' : 'clean', words };
}
