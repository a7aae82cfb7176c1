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
import { type RunningProduct, runProduct } from '../stage/run-product.ts';
import type { Stage } from '../stage/stage.ts';

const LIMIT = 5 * 1024 ** 3;

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

async function throughServer(stage: Stage): Promise<Prepared> {
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
