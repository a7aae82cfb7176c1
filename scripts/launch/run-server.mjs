import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { inRoot, pinnedNode, root, toolEnvironment } from '../prepare/paths.mjs';
import { Problem } from '../prepare/problem.mjs';

/**
 * Starts the server and stays until it ends.
 * @param {{ mode: 'sample' | 'empty' | 'production', port: number, data: string, actions?: number, onStarted?: (pid: number) => void }} settings
 * @returns {Promise<number>} the server's exit code (128 + signal number when a signal ended it)
 */
export function runServer({ mode, port, data, actions, onStarted }) {
  const main = inRoot('apps', 'server', 'src', 'main.ts');
  if (!existsSync(main))
    throw new Problem(`This checkout is not complete: ${main} is missing. Clone it again.`);
  const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', main], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment({
      NODE_ENV: 'production',
      GOLDEN_THREAD_MODE: mode,
      PORT: String(port),
      DATA_DIR: data,
      ...(actions ? { SEED_SCENARIO: 'many-actions', SEED_ACTIONS: String(actions) } : {}),
    }),
  });
  if (child.pid) onStarted?.(child.pid);
  passSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Problem(`The server could not be started: ${error.message}.`)));
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * A terminal sends Ctrl-C to every process in it, the server included; sending it again would make a server
 * that is closing calmly believe it is being hurried. Without a terminal only this process hears of it, perhaps
 * twice (from npm and from whoever stopped npm), so repeats within a second count as one.
 */
function passSignals(child) {
  let passedAt = Number.NEGATIVE_INFINITY;
  const pass = (signal) => {
    if (performance.now() - passedAt < 1000) return;
    passedAt = performance.now();
    child.kill(signal);
  };
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) pass('SIGINT');
  });
  process.on('SIGTERM', () => pass('SIGTERM'));
  process.on('SIGHUP', () => pass('SIGTERM'));
  whenParentEnds(() => pass('SIGTERM'));
}

/**
 * npm passes a signal to its shell, and most shells end without telling their child. Ended parents are noticed
 * here, so that stopping `npm start` always stops the server. Windows does not re-parent, and needs no help.
 */
function whenParentEnds(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 300);
  watch.unref();
}
