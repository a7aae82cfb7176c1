import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPack } from './fixtures/a-pack.ts';
import { readZip } from './fixtures/read-zip.ts';
import { verifyPack } from './verify-pack.ts';
import { writePack } from './write-pack.ts';
import { ZipWriter } from './zip/zip-writer.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gt-verify-'));
  path = join(folder, 'pack.zip');
  const { content, openFile } = aPack();
  await writePack(content, { openFile, out: createWriteStream(path) });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes the pack anew with its files changed; names may stand twice. */
async function tamper(change: (files: [string, Buffer][]) => [string, Buffer][]): Promise<void> {
  const files = change([...(await readZip(await readFile(path)))]);
  const zip = new ZipWriter(createWriteStream(path), new Date());
  for (const [name, bytes] of files) await zip.addBytes(name, bytes, { compress: true });
  await zip.finish();
}
const problems = async () =>
  (await verifyPack(path)).problems.map(({ path: file, problem }) => `${problem} ${file}`);

test('a pack as it was written is whole', async () => {
  expect(await verifyPack(path)).toMatchObject({ ok: true, checked: 7, problems: [] });
});

test('one changed letter', async () => {
  await tamper((files) =>
    files.map(([name, bytes]) => [name, name === 'READ ME.txt' ? Buffer.from('other') : bytes]),
  );
  expect(await problems()).toEqual(['CHANGED READ ME.txt']);
});

test('a file taken out, and one put in', async () => {
  await tamper((files) => [
    ...files.filter(([name]) => name !== 'summary.pdf'),
    ['notes.txt', Buffer.from('x')],
  ]);
  expect(await problems()).toEqual(['MISSING summary.pdf', 'EXTRA notes.txt']);
});

test('the appendix taken out: its files are named as such, and the rest still matches', async () => {
  const { content, openFile } = aPack(({ evidence: [first] }) => {
    if (first) first.place = 'APPENDIX';
  });
  await writePack(content, { openFile, out: createWriteStream(path) });
  await tamper((files) => files.filter(([name]) => !name.startsWith('appendix OFFICIAL-SENSITIVE/')));
  const verdict = await verifyPack(path);
  expect(verdict.checked).toBe(6);
  expect(verdict.problems).toMatchObject([{ problem: 'MISSING' }]);
  expect(verdict.problems[0]?.detail).toContain('Expected where that folder was taken out');
});

test('a name that stands twice', async () => {
  await tamper((files) => [...files, ['summary.pdf', Buffer.from('another')]]);
  expect(await problems()).toEqual(['TWICE summary.pdf']);
});

test('no manifest, and a manifest whose counts do not add up', async () => {
  await tamper((files) => files.filter(([name]) => name !== 'manifest.json'));
  expect(await problems()).toEqual(['MANIFEST manifest.json']);
});

test('a manifest whose counts do not add up', async () => {
  const miscounted = (bytes: Buffer) =>
    Buffer.from(bytes.toString().replace('"evidenceInScope": 4', '"evidenceInScope": 3'));
  await tamper((files) =>
    files.map(([name, bytes]) => [name, name === 'manifest.json' ? miscounted(bytes) : bytes]),
  );
  expect(await problems()).toEqual(['MANIFEST manifest.json']);
});

test('cut short, or no ZIP at all', async () => {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 100));
  expect(await verifyPack(path)).toMatchObject({ ok: false, problems: [{ problem: 'UNREADABLE' }] });
  await writeFile(path, 'hello');
  expect(await verifyPack(path)).toMatchObject({ ok: false, problems: [{ problem: 'UNREADABLE' }] });
});

test('a flipped byte anywhere in the files is found', async () => {
  const bytes = await readFile(path);
  const at = bytes.indexOf('evidence two');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(path, bytes);
  expect((await verifyPack(path)).ok).toBe(false);
});

test('the command says what it found by its exit code', async () => {
  const cli = fileURLToPath(new URL('./cli/verify.ts', import.meta.url));
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [cli, path]);
  expect(stdout).toContain('4 in scope = 3 included + 1 left out');
  expect(stdout).toContain('Whole: every file is what the manifest says.');
  await tamper((files) => files.slice(1));
  await expect(run(process.execPath, [cli, path])).rejects.toMatchObject({ code: 1 });
  await expect(run(process.execPath, [cli])).rejects.toMatchObject({ code: 2 });
});
