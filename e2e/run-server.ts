import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));

export type RunningServer = {
  url: string;
  dataDir: string;
  /** What it has printed so far. */
  output(): string;
  pid: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * A folder that the database's own account may pass through: otherwise, run as root, the cluster would be put
 * elsewhere and outlive the test.
 */
async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'golden-thread-e2e-'));
  await chmod(dataDir, 0o711);
  return dataDir;
}

/**
 * Starts the server as `npm start` does, on a free port and a data folder of its own (or a given one, to start again
 * after a kill). Resolves when it answers /health; rejects with its output when it ends before.
 */
export async function runServer(options: {
  mode: 'sample' | 'empty';
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await newDataDir());
  const port = options.port ?? (await freePort());
  let output = '';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: {
      ...process.env,
      ...options.env,
      GOLDEN_THREAD_MODE: options.mode,
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: undefined,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => output);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    output: () => output,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  // The sample plan is played through at the first start: on a busy machine that takes its time.
  for (let attempt = 0; attempt < 1800; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended before it answered:\n${output()}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    // "is ready" comes after the job worker has begun.
    if (answer?.ok && output().includes('is ready')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not answer within three minutes:\n${output()}`);
}
