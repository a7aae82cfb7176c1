import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { residentMemory } from './resident-memory.ts';

export type ChildLimits = {
  /** Wall-clock time in milliseconds from start to answer. */
  timeMs: number;
  /** Resident memory in bytes, watched from outside. */
  memoryBytes: number;
};

export type ChildAnswer =
  | { kind: 'answer'; value: unknown }
  | { kind: 'too-slow' }
  | { kind: 'too-much-memory' }
  | { kind: 'crashed' };

/** Between two looks at the child's memory. */
const WATCH_MS = 50;
const MIB = 1024 * 1024;
/** V8 writes this when its heap is full and the process ends itself. */
const HEAP_FULL = /heap out of memory|allocation failed/i;

/**
 * Runs a module in a Node process of its own, sends it one message and waits for one message back. The child
 * may read files and nothing else (no writing, no processes, no add-ons, no environment). It is killed when
 * it takes too long or too much memory, and whenever this function returns.
 */
export function runInChild(entry: URL, message: object, limits: ChildLimits): Promise<ChildAnswer> {
  const heapMib = Math.max(32, Math.floor(limits.memoryBytes / MIB));
  const child = fork(fileURLToPath(entry), [], {
    env: {},
    execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${heapMib}`, '--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  return new Promise((resolve) => {
    let stderr = '';
    let isDone = false;
    const finish = (answer: ChildAnswer) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      clearInterval(watch);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => finish({ kind: 'too-slow' }), limits.timeMs);
    const watch = setInterval(() => void checkMemory(child, limits, finish), WATCH_MS);
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-4000);
    });
    child.once('message', (value) => finish({ kind: 'answer', value }));
    child.once('error', () => finish({ kind: 'crashed' }));
    child.once('close', () => finish({ kind: HEAP_FULL.test(stderr) ? 'too-much-memory' : 'crashed' }));
    child.send(message, (error) => {
      if (error) finish({ kind: 'crashed' });
    });
  });
}

async function checkMemory(
  child: ChildProcess,
  limits: ChildLimits,
  finish: (answer: ChildAnswer) => void,
): Promise<void> {
  const bytes = child.pid === undefined ? null : await residentMemory(child.pid);
  if (bytes !== null && bytes > limits.memoryBytes) finish({ kind: 'too-much-memory' });
}
