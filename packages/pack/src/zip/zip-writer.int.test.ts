import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { readZip } from '../fixtures/read-zip.ts';
import { ZipWriter } from './zip-writer.ts';

const AT = new Date('2026-03-12T09:30:10Z');
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gt-zip-'));
  path = join(folder, 'a.zip');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Asks Info-ZIP where it is installed; yauzl has read the archive in any case. */
async function unzipTest(file: string): Promise<void> {
  try {
    await promisify(execFile)('unzip', ['-tqq', file]);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

async function* chunked(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

test('any files, streamed or whole, packed or stored, come back as they were', async () => {
  const file = fc.record({
    bytes: fc.uint8Array({ maxLength: 3000 }),
    stream: fc.boolean(),
    compress: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (files) => {
      const zip = new ZipWriter(createWriteStream(path), AT);
      for (const [index, { bytes, stream, compress }] of files.entries()) {
        const name = `fôlder/${index} ▲.bin`;
        const written = stream
          ? await zip.addStream(name, chunked(Buffer.from(bytes), 700), { compress })
          : await zip.addBytes(name, bytes, { compress });
        expect(written.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      }
      const { sha256, size } = await zip.finish();
      const whole = await readFile(path);
      expect(size).toBe(whole.length);
      expect(sha256).toBe(createHash('sha256').update(whole).digest('hex'));
      const back = await readZip(whole);
      expect([...back.values()].map((bytes) => bytes.toString('hex'))).toEqual(
        files.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
      );
      if (files.length > 0) await unzipTest(path);
    }),
    { numRuns: 30 },
  );
});

test('more than 65,535 files', { timeout: 60_000 }, async () => {
  const zip = new ZipWriter(createWriteStream(path), AT);
  for (let index = 0; index < 65_540; index += 1)
    await zip.addBytes(`${index}`, Buffer.from('x'), { compress: false });
  await zip.finish();
  const read = await openPromise(path, { lazyEntries: true });
  expect(read.entryCount).toBe(65_540);
  read.close();
  await unzipTest(path);
});

test('a file announced as over 4 GiB gets ZIP64 headers that readers take', async () => {
  const zip = new ZipWriter(createWriteStream(path), AT);
  await zip.addStream('big', chunked(Buffer.from('short after all'), 4), {
    compress: false,
    expectedSize: 2 ** 33,
  });
  await zip.addBytes('after', Buffer.from('x'), { compress: false });
  await zip.finish();
  expect((await readZip(await readFile(path))).get('big')?.toString()).toBe('short after all');
  await unzipTest(path);
});

test('a forgotten file is not in the archive, and the ones around it are', async () => {
  const zip = new ZipWriter(createWriteStream(path), AT);
  await zip.addBytes('first', Buffer.from('1'), { compress: false });
  zip.forget(
    await zip.addStream('wrong', chunked(Buffer.from('not what was recorded'), 5), { compress: false }),
  );
  await zip.addBytes('last', Buffer.from('3'), { compress: true });
  await zip.finish();
  expect([...(await readZip(await readFile(path))).keys()]).toEqual(['first', 'last']);
  await unzipTest(path);
});

test.each([true, false])(
  'a failing source rejects, and the archive can go on (packed: %s)',
  async (compress) => {
    const zip = new ZipWriter(createWriteStream(path), AT);
    async function* broken() {
      yield Buffer.alloc(100_000, 'x');
      throw new Error('disk error');
    }
    await expect(zip.addStream('broken', broken(), { compress })).rejects.toThrow('disk error');
    await zip.addBytes('last', Buffer.from('3'), { compress: true });
    await zip.finish();
    expect([...(await readZip(await readFile(path))).keys()]).toEqual(['last']);
    await unzipTest(path);
  },
);

test('a receiver that fails or goes away rejects instead of waiting for ever', async () => {
  const full = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => done(new Error('no room')),
  });
  const zip = new ZipWriter(full, AT);
  await expect(zip.addStream('a', chunked(Buffer.alloc(1000), 10), { compress: false })).rejects.toThrow(
    'no room',
  );

  const silent = new Writable({ highWaterMark: 1, write: () => undefined });
  const waiting = new ZipWriter(silent, AT).addBytes('a', Buffer.alloc(10), { compress: false });
  setTimeout(() => silent.destroy(), 10);
  await expect(waiting).rejects.toThrow();
});
