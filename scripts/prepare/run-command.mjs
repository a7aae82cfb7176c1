import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** What a command left behind: exit code, and its output (the last 200,000 characters). */
/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Runs a command to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean, timeoutMs?: number }} [options]
 *   show: pass the output through as it comes (it is then not collected)
 * @returns {Promise<Outcome>}
 */
export function runCommand(file, args, options = {}) {
  const { cwd = root, env = process.env, show = false, shell = false, timeoutMs } = options;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(file, args, {
      cwd,
      env,
      shell,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    const collect = (chunk) => {
      output = (output + chunk).slice(-200_000);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    // Ctrl-C in a terminal reaches the child by itself; a signal sent to this process alone must be passed on.
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    const finish = (code) => {
      process.removeListener('SIGTERM', stop);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code, signal) => finish(code ?? (signal ? 1 : 0)));
  });
}

/** The last lines of an output, for showing after a failure. */
export const lastLines = (output, count = 40) => output.trimEnd().split('\n').slice(-count).join('\n');
