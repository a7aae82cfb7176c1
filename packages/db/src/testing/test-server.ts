import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostmaster, stopPostmaster } from '../embedded/postmaster.ts';
import { isRunning, markOf, type ProcessMark } from '../embedded/running-process.ts';
import { startEmbedded } from '../embedded/start-embedded.ts';
import { migrate } from '../migrate/index.ts';

/** What a test needs to know of the server it may clone databases on; plain data, handed between processes. */
export interface TestServer {
  readonly url: string;
  readonly ownerUrl: string;
  /** A migrated database without rows and without connections. */
  readonly template: string;
}

/** Each test run has a folder of its own here, so runs side by side never meet. */
const RUNS = join(tmpdir(), 'golden-thread-tests');

/**
 * Starts one throw-away PostgreSQL for a whole test run, with a migrated database to clone from. It never waits
 * for the disk. `stop` removes every trace.
 */
export async function startTestServer(): Promise<{ server: TestServer; stop(): Promise<void> }> {
  mkdirSync(RUNS, { recursive: true, mode: 0o711 });
  await sweepDeadRuns();
  const dataDir = mkdtempSync(join(RUNS, 'run-'));
  writeFileSync(join(dataDir, 'run.json'), JSON.stringify(markOf(process.pid)));
  const embedded = await startEmbedded({ dataDir, durable: false, maxConnections: 200 });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(embedded.ownerUrl);
    const template = new URL(embedded.ownerUrl).pathname.slice(1);
    await sealTemplate(embedded.ownerUrl, template);
    return { server: { url: embedded.url, ownerUrl: embedded.ownerUrl, template }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** PostgreSQL copies a database only while nobody is connected to it. */
async function sealTemplate(ownerUrl: string, template: string): Promise<void> {
  const address = new URL(ownerUrl);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.toString() });
  await client.connect();
  try {
    await client.query(
      `ALTER DATABASE ${client.escapeIdentifier(template)} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`,
    );
  } finally {
    await client.end();
  }
}

/** Stops and removes what a killed test run left behind. */
async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(RUNS)) {
    const dataDir = join(RUNS, name);
    const owner = readOwner(join(dataDir, 'run.json'));
    if (owner === null || isRunning(owner)) continue;
    const cluster = join(dataDir, 'cluster');
    const left = existsSync(cluster) ? findPostmaster(cluster) : null;
    if (left !== null) await stopPostmaster(left.mark);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function readOwner(file: string): ProcessMark | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('began' in value)) return null;
    return { pid: Number(value.pid), began: String(value.began) };
  } catch {
    return null;
  }
}
