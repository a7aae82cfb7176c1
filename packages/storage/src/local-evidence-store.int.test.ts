import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptEvidence } from './check-evidence-file.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { localEvidenceStore } from './local-evidence-store.ts';

const MB = 1024 * 1024;
let root: string;
let store: EvidenceStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gt-store-'));
  store = await localEvidenceStore(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pathOf = (name: string) => join(root, 'files', name.slice(0, 2), name.slice(2, 4), name);
const put = (text: string) => store.put(Readable.from([Buffer.from(text)]), { maxBytes: MB });

async function everything(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('stores under the hash, privately, and gives the same bytes back', async () => {
  const result = await put('what young people said');
  expect(result).toEqual({
    ok: true,
    sha256: sha(Buffer.from('what young people said')),
    size: 22,
    alreadyStored: false,
    value: undefined,
  });
  if (!result.ok) return;
  const stream = await store.open(result.sha256);
  expect(stream && (await buffer(stream)).toString()).toBe('what young people said');
  const part = await store.open(result.sha256, { start: 5, end: 9 });
  expect(part && (await buffer(part)).toString()).toBe('young');
  expect((await stat(pathOf(result.sha256))).mode & 0o777).toBe(0o600);
  for (const folder of ['files', 'incoming', join('files', result.sha256.slice(0, 2))]) {
    expect((await stat(join(root, folder))).mode & 0o777).toBe(0o700);
  }
  expect(await readdir(join(root, 'incoming'))).toEqual([]);
});

test('any sequence of chunks keeps its bytes and its hash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 5000 }), { minLength: 1 }),
      async (chunks) => {
        const whole = Buffer.concat(chunks);
        const result = await store.put(Readable.from(chunks), { maxBytes: MB });
        expect(result).toMatchObject({ ok: true, sha256: sha(whole), size: whole.length });
        const stream = await store.open(sha(whole));
        expect(stream && Buffer.compare(await buffer(stream), whole)).toBe(0);
      },
    ),
    { numRuns: 25 },
  );
});

test('a file of several batches', async () => {
  const chunk = Buffer.alloc(300_000, 'thread');
  const result = await store.put(Readable.from(Array.from({ length: 20 }, () => chunk)), {
    maxBytes: 6_000_000,
  });
  const whole = Buffer.concat(Array.from({ length: 20 }, () => chunk));
  expect(result).toMatchObject({ ok: true, size: 6_000_000, sha256: sha(whole) });
});

test('one byte over the limit leaves nothing and says the limit', async () => {
  const source = Readable.from([Buffer.alloc(MB), Buffer.alloc(1)]);
  const result = await store.put(source, { maxBytes: MB });
  expect(result).toMatchObject({ ok: false, reason: 'TOO_LARGE' });
  expect(result.ok || result.message).toContain('limit of 1 MB');
  expect(await everything()).toEqual([]);
  expect(source.destroyed).toBe(true);
});

test('an empty upload leaves nothing', async () => {
  expect(await store.put(Readable.from([]), { maxBytes: MB })).toMatchObject({ ok: false, reason: 'EMPTY' });
  expect(await everything()).toEqual([]);
});

test('an upload whose sender goes away leaves nothing', async () => {
  async function* cut() {
    yield Buffer.alloc(3 * MB);
    throw new Error('socket hang up');
  }
  expect(await store.put(cut(), { maxBytes: 9 * MB })).toMatchObject({ ok: false, reason: 'INTERRUPTED' });
  expect(await everything()).toEqual([]);
});

test('an abort while the sender is silent ends at once and leaves nothing', async () => {
  const controller = new AbortController();
  async function* silent() {
    yield Buffer.alloc(2 * MB);
    await new Promise(() => undefined);
  }
  setTimeout(() => controller.abort(), 20);
  const result = await store.put(silent(), { maxBytes: 9 * MB, signal: controller.signal });
  expect(result).toMatchObject({ ok: false, reason: 'INTERRUPTED' });
  expect(await everything()).toEqual([]);
});

test('twenty uploads of one content at once are one file', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => put('the same')));
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await everything()).toEqual([sha(Buffer.from('the same'))]);
});

test('what the check refuses leaves nothing', async () => {
  const accept = acceptEvidence('audit.pdf');
  const refused = await store.put(Readable.from([Buffer.from('MZ\0\0')]), { maxBytes: MB, accept });
  expect(refused).toMatchObject({ ok: false, reason: 'REFUSED', refusal: { code: 'CONTENT_DIFFERS' } });
  expect(await everything()).toEqual([]);
  const taken = await store.put(Readable.from([Buffer.from('%PDF-1.7 %%EOF')]), { maxBytes: MB, accept });
  expect(taken).toMatchObject({ ok: true, value: { mime: 'application/pdf' } });
});

test('a broken disk rejects and leaves nothing open', async () => {
  await rm(join(root, 'files'), { recursive: true });
  await writeFile(join(root, 'files'), 'in the way');
  await expect(put('text')).rejects.toThrow();
  expect(await readdir(join(root, 'incoming'))).toEqual([]);
});

test('absent content is null, and a name that climbs is refused', async () => {
  const absent = 'a'.repeat(64);
  expect(await store.open(absent)).toBeNull();
  expect(await store.stat(absent)).toBeNull();
  expect(await store.remove(absent)).toBe(false);
  await expect(store.open('../../etc/passwd')).rejects.toThrow(RangeError);
});

async function listed(): Promise<number[]> {
  const sizes: number[] = [];
  for await (const file of store.list()) sizes.push(file.size);
  return sizes;
}

test('removes and lists', async () => {
  await put('one');
  await put('two');
  expect(await listed()).toEqual([3, 3]);
  expect(await store.remove(sha(Buffer.from('one')))).toBe(true);
  expect(await listed()).toEqual([3]);
});

const HOUR = 3_600_000;
const age = (path: string) => utimes(path, new Date(Date.now() - 2 * HOUR), new Date(Date.now() - 2 * HOUR));
const shaOf = (text: string) => sha(Buffer.from(text));

test('a sweep removes old temporaries and old orphans, and nothing else', async () => {
  for (const text of ['known and old', 'orphan and old', 'orphan and young']) await put(text);
  for (const text of ['known and old', 'orphan and old']) await age(pathOf(shaOf(text)));
  await writeFile(join(root, 'incoming', '1-old.part'), 'x');
  await writeFile(join(root, 'incoming', '2-young.part'), 'x');
  await age(join(root, 'incoming', '1-old.part'));
  const known = async (name: string) => name === shaOf('known and old');
  const expected = { temporaries: 1, orphans: [shaOf('orphan and old')], kept: 2 };
  expect(await store.sweep({ known, olderThanMs: HOUR, dryRun: true })).toEqual(expected);
  expect(await everything()).toHaveLength(5);
  expect(await store.sweep({ known, olderThanMs: HOUR })).toEqual(expected);
  expect((await everything()).toSorted()).toEqual(
    ['2-young.part', shaOf('known and old'), shaOf('orphan and young')].toSorted(),
  );
});

test('an orphan that is uploaded again during the sweep stays', async () => {
  await put('again');
  await age(pathOf(shaOf('again')));
  let asked = 0;
  const known = async () => {
    asked += 1;
    if (asked === 1) await put('again');
    return false;
  };
  expect(await store.sweep({ known, olderThanMs: HOUR })).toMatchObject({ orphans: [], kept: 1 });
  expect(await store.stat(shaOf('again'))).not.toBeNull();
});

test('what a killed sweep had moved aside comes back when a row knows it', async () => {
  await put('moved aside');
  const name = shaOf('moved aside');
  await rename(pathOf(name), join(root, 'incoming', `${name}.tomb`));
  await age(join(root, 'incoming', `${name}.tomb`));
  await store.sweep({ known: async () => true, olderThanMs: HOUR });
  expect(await store.stat(name)).not.toBeNull();
});
