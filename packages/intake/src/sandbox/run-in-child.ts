import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { residentMemory } from './resident-memory.ts';

export type ChildLimits = {
  /** Wall-clock time in milliseconds from start to answer. */
  timeMs: number;
  /** Resident memory in bytes, watched from outside. */
  memoryBytes: number;
  /** Lets it load the drawing library, which is machine code: for pictures of pages alone. */
  mayDraw?: boolean;
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
 * it takes too long or too much memory, and whenever this function returns. `input` is given to its standard input;
 * a fault of the input itself, which is no fault of the child, is thrown.
 */
export function runInChild(
  entry: URL,
  message: object,
  limits: ChildLimits,
  input?: Readable,
): Promise<ChildAnswer> {
  const heapMib = Math.max(32, Math.floor(limits.memoryBytes / MIB));
  const child = fork(fileURLToPath(entry), [], {
    env: {},
    execArgv: [
      '--permission',
      '--allow-fs-read=*',
      ...(limits.mayDraw ? ['--allow-addons'] : []),
      `--max-old-space-size=${heapMib}`,
      '--no-warnings',
    ],
    stdio: [input ? 'pipe' : 'ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    let stderr = '';
    let isDone = false;
    const end = (tell: () => void) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      clearInterval(watch);
      child.kill('SIGKILL');
      input?.destroy();
      tell();
    };
    const finish = (answer: ChildAnswer) => end(() => resolve(answer));
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
    if (!input || !child.stdin) return;
    input.once('error', (error) => end(() => reject(error)));
    // A child that ends before it has read everything is told of by its end.
    pipeline(input, child.stdin).catch(() => undefined);
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
