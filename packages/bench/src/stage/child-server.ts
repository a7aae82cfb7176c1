import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type ChildServer = { pid: number; output(): string; stop(): Promise<void> };

/**
 * Runs a server as a process of its own and resolves when its output holds `readyWords`; rejects with the output when
 * it ends before or takes longer than a minute.
 */
export async function childServer(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  readyWords: string,
): Promise<ChildServer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        if (output.includes(readyWords)) resolve();
      });
    }
  });
  const timeout = new AbortController();
  const late = new Promise<'late'>((resolve) => {
    const timer = setTimeout(() => resolve('late'), 60_000);
    timeout.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const ended = once(child, 'exit').then(() => 'ended' as const);
  const outcome = await Promise.race([ready, ended, late]);
  timeout.abort();
  if (outcome !== undefined) {
    await end(child);
    throw new Error(`${script} did not start:\n${output}`);
  }
  return { pid: child.pid ?? 0, output: () => output, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
