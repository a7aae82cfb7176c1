import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { acceptEvidence, localEvidenceStore } from '@gt/storage';
import { type Contender, type Prepared, type Row, timed } from '../row.ts';
import type { BenchDatabase } from '../stage/database.ts';
import { makeUpFile } from '../stage/made-up-files.ts';
import { peakMemoryDuring, residentBytes } from '../stage/process-memory.ts';
import { type RunningProduct, runProduct } from '../stage/run-product.ts';
import type { Stage } from '../stage/stage.ts';

/** The most that the setting allows. */
const LIMIT = 2 * 1024 ** 3;
const MOST_MIB = 32;
/** As no other row of this database is called. */
const FILE_NAME = 'uploaded audit.txt';
const CHUNK = 256 * 1024;
const SMALL = 40 * 1024 ** 2;

/** The first line of a file never sent before, so that the store cannot answer from what it has. */
const firstLine = () => Buffer.from(`sent ${crypto.randomUUID()}\n`);

/** A file never sent before: its first line, then the same bytes. */
async function* unlike(path: string): AsyncGenerator<Buffer> {
  yield firstLine();
  yield* createReadStream(path, { highWaterMark: CHUNK });
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
      accept: acceptEvidence(FILE_NAME),
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
    return async () => {
      await untilScreened(database);
      await database.owner.query('DELETE FROM "rate_limit"');
    };
  });
  const dispose = async () => {
    await product.stop();
    await clear();
  };
  return { ...both, dispose };
}

/** Measured once, in one server: what a large upload takes more than a small one, after a first that warms it up. */
async function growthOfServer(stage: Stage): Promise<Prepared | { skipped: string }> {
  const { database, product, details } = await uploadProduct(stage);
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
    const peakOf = async (path: string) => {
      await untilScreened(database);
      return peakMemoryDuring(product.pid, () => send(product, details, path));
    };
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

/** What was uploaded is read in a process beside: it must not take the processor from what is measured next. */
async function untilScreened({ owner }: BenchDatabase): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(
      `SELECT 1 FROM "evidence_version" v WHERE NOT EXISTS
         (SELECT 1 FROM "evidence_screening" s WHERE s."versionId" = v."id") AND v."fileName" = $1 LIMIT 1`,
      [FILE_NAME],
    );
    if (rows.length === 0) return;
    await setTimeout(100);
  }
}

/** Two buffers in turn, so that what this process collects is not counted against the server. */
async function sendBytes(outgoing: ClientRequest, path: string, line: Buffer): Promise<void> {
  const write = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) =>
      outgoing.write(bytes, (error) => (error ? reject(error) : resolve())),
    );
  const file = await open(path);
  let [filling, spare] = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)];
  try {
    let sent = write(line);
    for (;;) {
      const { bytesRead } = await file.read(filling);
      await sent;
      if (bytesRead === 0) break;
      sent = write(filling.subarray(0, bytesRead));
      [filling, spare] = [spare, filling];
    }
    outgoing.end();
  } finally {
    await file.close();
  }
}

async function send({ url, headers }: RunningProduct, details: string, path: string): Promise<void> {
  const line = firstLine();
  const outgoing = request(`${url}/files/evidence`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-length': line.length + (await stat(path)).size,
      'content-type': 'text/plain',
      'x-evidence': details,
      'x-file-name': FILE_NAME,
      'x-idempotency-key': crypto.randomUUID(),
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('error', reject).once('response', resolve);
  });
  await sendBytes(outgoing, path, line);
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
