import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { writePack } from '@gt/pack';
import { type Prepared, type Row, timed } from '../row.ts';
import { type MadeUpFile, makeUpFile } from '../stage/made-up-files.ts';
import { madeUpPack } from '../stage/made-up-pack.ts';
import type { Stage } from '../stage/stage.ts';

const FILES = 10;
const MIB = 1024 * 1024;
/** As the evidence store reads. */
const CHUNKS = { highWaterMark: 256 * 1024 };

/** One pass over the same bytes: read, checksum, hash, write. */
async function copyAll(files: readonly MadeUpFile[], out: string): Promise<void> {
  const hash = createHash('sha256');
  let crc = 0;
  async function* everything(): AsyncGenerator<Buffer> {
    for (const { path } of files) {
      for await (const chunk of createReadStream(path, CHUNKS)) {
        crc = crc32(chunk as Buffer, crc);
        hash.update(chunk as Buffer);
        yield chunk as Buffer;
      }
    }
  }
  await pipeline(everything, createWriteStream(out));
  hash.digest('hex');
}

async function prepare({ folder, throughputBytes }: Stage): Promise<Prepared> {
  const size = Math.floor(throughputBytes / FILES / MIB) * MIB;
  const files: MadeUpFile[] = [];
  for (let n = 0; n < FILES; n += 1) files.push(await makeUpFile(folder, `evidence-${n}`, size));
  const content = madeUpPack(1, files);
  const paths = new Map(files.map((file) => [file.sha256, file.path]));
  const [zip, copy] = [join(folder, 'pack.zip'), join(folder, 'copy')];
  return {
    ours: () =>
      timed(async () => {
        const openFile = async (sha256: string) => createReadStream(paths.get(sha256) ?? '', CHUNKS);
        const { manifest } = await writePack(content, { openFile, out: createWriteStream(zip) });
        if (manifest.counts.evidenceIncluded !== FILES) throw new Error('evidence was left out of the pack');
      }),
    against: () => timed(() => copyAll(files, copy)),
    async dispose() {
      for (const path of [zip, copy, ...paths.values()]) await rm(path, { force: true });
    },
  };
}

export const packThroughput: Row = {
  name: 'pack-throughput',
  measure: 'MB/s of a pack of stored files, against copy + crc32 + sha256 of the same bytes',
  bar: { speed: 0.6 },
  prepare,
};
