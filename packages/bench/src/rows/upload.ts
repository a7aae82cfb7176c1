import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { acceptEvidence, localEvidenceStore } from '@gt/storage';
import { type Contender, type Prepared, type Row, timed } from '../row.ts';
import { makeUpFile } from '../stage/made-up-files.ts';
import { peakMemoryDuring, residentBytes } from '../stage/process-memory.ts';
import { type RunningProduct, runProduct } from '../stage/run-product.ts';
import type { Stage } from '../stage/stage.ts';

/** The most that the setting allows. */
const LIMIT = 2 * 1024 ** 3;
const MOST_MIB = 32;
const SMALL = 40 * 1024 ** 2;

/** A file never sent before, so that the store cannot answer from what it has: a first line, then the same bytes. */
async function* unlike(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from(`sent ${crypto.randomUUID()}\n`);
  yield* createReadStream(path, { highWaterMark: 256 * 1024 });
}

/** The plain way: read, hash, write, fsync. */
async function plainCopy(path: string, to: string): Promise<void> {
  const hash = createHash('sha256');
  const file = await open(to, 'w');
  try {
    for await (const chunk of unlike(path)) {
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
    hash.digest('hex');
  } finally {
    await file.close();
  }
}

async function sides(
  stage: Stage,
  upload: (path: string) => Promise<() => Promise<void>>,
): Promise<{ ours: Contender; against: Contender; clear(): Promise<void> }> {
  const { path } = await makeUpFile(stage.folder, 'upload.txt', stage.throughputBytes);
  const copy = join(stage.folder, 'upload-copy');
  return {
    async ours() {
      let forget: () => Promise<void> = async () => undefined;
      const spent = await timed(async () => {
        forget = await upload(path);
      });
      await forget();
      return spent;
    },
    against: () => timed(() => plainCopy(path, copy)),
    async clear() {
      await rm(path, { force: true });
      await rm(copy, { force: true });
    },
  };
}

async function throughStore(stage: Stage): Promise<Prepared> {
  const folder = join(stage.folder, 'store');
  await mkdir(folder, { recursive: true });
  const store = await localEvidenceStore(folder);
  const { clear, ...both } = await sides(stage, async (path) => {
    const put = await store.put(Readable.from(unlike(path)), {
      maxBytes: LIMIT,
      accept: acceptEvidence('audit.txt'),
    });
    if (!put.ok) throw new Error(put.message);
    return async () => void (await store.remove(put.sha256));
  });
  return { ...both, dispose: clear };
}

/** The product with the limit raised, and what is said of each upload. */
async function uploadProduct(stage: Stage) {
  const database = await stage.database();
  const product = await runProduct(database, stage.folder);
  await database.owner.query('UPDATE "installation" SET "uploadMaxBytes" = $1', [LIMIT]);
  const { plans } = database;
  const details = encodeURIComponent(
    JSON.stringify({
      planId: plans.small,
      actionIds: [plans.actionId],
      title: 'Supervision audit',
      kind: 'AUDIT',
      shows: 'Supervision recorded monthly in 27 of 30 files.',
      periodFrom: null,
      periodTo: null,
    }),
  );
  return { database, product, details };
}

async function throughServer(stage: Stage): Promise<Prepared> {
  const { database, product, details } = await uploadProduct(stage);
  const { clear, ...both } = await sides(stage, async (path) => {
    await send(product, details, path);
    return () => database.owner.query('DELETE FROM "rate_limit"').then(() => undefined);
  });
  const dispose = async () => {
    await product.stop();
    await clear();
  };
  return { ...both, dispose };
}

/** Measured once, in one server: what a large upload takes more than a small one, after a first that warms it up. */
async function growthOfServer(stage: Stage): Promise<Prepared | { skipped: string }> {
  const { product, details } = await uploadProduct(stage);
  const small = await makeUpFile(stage.folder, 'upload-small.txt', SMALL);
  const large = await makeUpFile(stage.folder, 'upload-large.txt', stage.throughputBytes);
  const dispose = async () => {
    await product.stop();
    for (const { path } of [small, large]) await rm(path, { force: true });
  };
  if ((await residentBytes(product.pid)) === null) {
    await dispose();
    return { skipped: 'this system does not say how much memory a process takes' };
  }
  let measured: Promise<number> | undefined;
  const measure = async () => {
    const peakOf = (path: string) => peakMemoryDuring(product.pid, () => send(product, details, path));
    await peakOf(small.path);
    const peak = await peakOf(small.path);
    return Math.max(0, (await peakOf(large.path)) - peak) / 1024 ** 2;
  };
  return {
    ours: () => {
      measured ??= measure();
      return measured;
    },
    against: async () => MOST_MIB,
    dispose,
  };
}

async function send({ url, headers }: RunningProduct, details: string, path: string): Promise<void> {
  const outgoing = request(`${url}/files/evidence`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'text/plain',
      'x-evidence': details,
      'x-file-name': 'audit.txt',
      'x-idempotency-key': crypto.randomUUID(),
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('error', reject).once('response', resolve);
  });
  await pipeline(Readable.from(unlike(path)), outgoing);
  const answer = await answered;
  const words = Buffer.concat(await answer.toArray()).toString('utf8');
  if (answer.statusCode !== 201) throw new Error(`the upload was answered with ${words}`);
}

export const uploadStore: Row = {
  name: 'upload-store',
  measure: 'time of an upload into the store, against read + sha256 + write + fsync',
  bar: { cost: 1.5 },
  prepare: throughStore,
};

export const uploadServer: Row = {
  name: 'upload',
  measure: 'time of an upload over HTTP to the acknowledged row, against read + sha256 + write + fsync',
  bar: { cost: 1.5 },
  prepare: throughServer,
};

export const uploadMemory: Row = {
  name: 'upload-memory',
  measure: `peak memory of the server in an upload over HTTP less that in one of 40 MB, against ${MOST_MIB} MiB`,
  bar: { cost: 1 },
  prepare: growthOfServer,
};
