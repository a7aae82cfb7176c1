import { fileURLToPath } from 'node:url';
import type { Prepared, Row } from '../row.ts';
import { childServer } from '../stage/child-server.ts';
import { processCpu } from '../stage/process-cpu.ts';
import { freePort, runProduct } from '../stage/run-product.ts';
import type { Stage } from '../stage/stage.ts';
import { median } from '../statistics.ts';

const BARE = fileURLToPath(new URL('../stage/bare-server.ts', import.meta.url));
/** Calls of one sample, one after another; below the limit of calls a minute. */
const CALLS = 200;

type Side = { pid: number; call(): Promise<void> };
type Sample = (side: Side) => Promise<number>;

const p50: Sample = async ({ call }) => {
  const times: number[] = [];
  for (let n = 0; n < CALLS; n += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return median(times);
};

const cpu: Sample = async ({ pid, call }) => {
  const before = (await processCpu(pid)) ?? 0;
  for (let n = 0; n < CALLS; n += 1) await call();
  return ((await processCpu(pid)) ?? 0) - before;
};

async function caller(url: string, headers: Record<string, string>): Promise<() => Promise<void>> {
  const call = async () => {
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  };
  await call();
  return call;
}

async function bothSides(stage: Stage, sample: Sample): Promise<Prepared> {
  const database = await stage.database();
  const product = await runProduct(database, stage.folder);
  const port = await freePort();
  const bare = await childServer(BARE, [String(port), database.url], process.env, 'is ready');
  const input = encodeURIComponent(JSON.stringify({ actionId: database.plans.actionId }));
  const ours = {
    pid: product.pid,
    call: await caller(`${product.url}/trpc/updates.list?input=${input}`, product.headers),
  };
  const against = {
    pid: bare.pid,
    call: await caller(`http://127.0.0.1:${port}/updates?input=${input}`, product.headers),
  };
  const fresh = async (side: Side) => {
    // The product refuses more than its limit of calls a minute; a sample stays below it.
    await database.owner.query('DELETE FROM "rate_limit"');
    return sample(side);
  };
  return {
    ours: () => fresh(ours),
    against: () => fresh(against),
    async dispose() {
      await bare.stop();
      await product.stop();
    },
  };
}

export const apiCall: Row = {
  name: 'api-call',
  measure: 'p50 of updates.list over HTTP, against node:http and the plain driver doing the same',
  bar: { cost: 3 },
  prepare: (stage) => bothSides(stage, p50),
};

export const apiCpu: Row = {
  name: 'api-cpu',
  measure: 'processor time of the server for the same calls, against the same',
  bar: { cost: 5 },
  async prepare(stage) {
    if ((await processCpu(process.pid)) === null) {
      return { skipped: 'processor time of another process is read from /proc, which is not here' };
    }
    return bothSides(stage, cpu);
  },
};
