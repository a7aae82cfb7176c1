import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPack } from '../fixtures/a-pack.ts';
import { readZip } from '../fixtures/read-zip.ts';
import { writePack } from '../write-pack.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import type { PackManifest } from './pack-format.ts';
import { fingerprintOf } from './signature-problems.ts';
import { verdictWords, verifyPack } from './verify-pack.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const signer = {
  fingerprint: fingerprintOf(publicKey),
  sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
};
const anotherKey = () => {
  const made = generateKeyPairSync('ed25519').publicKey;
  return made.export({ type: 'spki', format: 'der' }).toString('base64');
};

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gt-verify-'));
  path = join(folder, 'pack.zip');
  const { content, openFile } = aPack();
  await writePack(content, { openFile, signer, out: createWriteStream(path) });
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
  expect(await verifyPack(path)).toMatchObject({ ok: true, checked: 10, problems: [] });
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

test('a file renamed is told with both of its names', async () => {
  await tamper((files) =>
    files.map(([name, bytes]) => [
      name === 'evidence/R03/E0003-audit.pdf' ? 'evidence/R03/E0004.pdf' : name,
      bytes,
    ]),
  );
  const { problems: found } = await verifyPack(path);
  expect(found).toMatchObject([{ path: 'evidence/R03/E0003-audit.pdf', problem: 'RENAMED' }]);
  expect(found[0]?.detail).toContain('“evidence/R03/E0004.pdf”');
});

/** Changes one file, and its line in the manifest so that the two agree again. */
function changedTogether(files: [string, Buffer][]): [string, Buffer][] {
  const name = 'evidence/R01/E0001-data.pdf';
  const forged = Buffer.from('evidence won');
  return files.map(([path, bytes]) => {
    if (path === name) return [path, forged];
    if (path !== 'manifest.json') return [path, bytes];
    const manifest = JSON.parse(bytes.toString()) as PackManifest;
    const line = manifest.files.find((file) => file.path === name);
    if (line)
      Object.assign(line, { size: forged.length, sha256: createHash('sha256').update(forged).digest('hex') });
    return [path, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)];
  });
}

test('a file changed together with its line in the manifest is found by the signature, and only by it', async () => {
  await tamper(changedTogether);
  const withoutKey = await verifyPack(path);
  expect(withoutKey.ok).toBe(true);
  expect(verdictWords(withoutKey)).toBe('Unaltered since its manifest; who made it was not checked.');
  const verdict = await verifyPack(path, { keys: [key] });
  expect(verdict.problems).toMatchObject([{ path: 'manifest.json', problem: 'SIGNATURE' }]);
});

test('a changed manifest is found by the signature; one that was signed anew, by its key', async () => {
  const changed = (bytes: Buffer) => Buffer.from(bytes.toString().replace('Example City', 'Another City'));
  await tamper((files) =>
    files.map(([name, bytes]) => [name, name === 'manifest.json' ? changed(bytes) : bytes]),
  );
  expect((await verifyPack(path, { keys: [key] })).problems).toMatchObject([{ problem: 'SIGNATURE' }]);
  expect((await verifyPack(path, { keys: [anotherKey()] })).problems[0]?.detail).toBe(
    'This pack was signed by another key than the one that was given.',
  );
});

test('a signature taken out is missed, with a key and without', async () => {
  await tamper((files) => files.filter(([name]) => name !== 'manifest.sig'));
  expect(await problems()).toEqual(['SIGNATURE manifest.sig']);
  expect((await verifyPack(path, { keys: [key] })).ok).toBe(false);
});

test('the right key, of several, and the right hash say so', async () => {
  const signed = await verifyPack(path, { keys: [anotherKey(), key] });
  expect(signed).toMatchObject({ ok: true, origin: 'SIGNATURE' });
  expect(verdictWords(signed)).toContain('signed by a key that was given');
  const known = await verifyPack(path, { expect: signed.sha256.toUpperCase() });
  expect(known).toMatchObject({ ok: true, origin: 'HASH' });
  expect((await verifyPack(path, { expect: '0'.repeat(64) })).problems).toMatchObject([{ problem: 'HASH' }]);
});

test('what would unpack to more than can be read here is refused before it is read', async () => {
  const verdict = await verifyPack(path, { maxBytes: 1000 });
  expect(verdict.problems).toMatchObject([{ problem: 'UNREADABLE' }]);
  expect(verdict.checked).toBeLessThan(10);
});

test('the appendix taken out: its files are named as such, and the rest still matches', async () => {
  const { content, openFile } = aPack(({ evidence: [first] }) => {
    if (first) first.place = 'APPENDIX';
  });
  await writePack(content, { openFile, signer, out: createWriteStream(path) });
  await tamper((files) => files.filter(([name]) => !name.startsWith('appendix OFFICIAL-SENSITIVE/')));
  const verdict = await verifyPack(path);
  expect(verdict.checked).toBe(9);
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
  const cli = fileURLToPath(new URL('../cli/verify.ts', import.meta.url));
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [cli, path]);
  expect(stdout).toContain('4 in scope = 3 included + 1 left out');
  expect(stdout).toContain('Unaltered since its manifest; who made it was not checked.');
  const keyFile = join(folder, 'key.pem');
  await writeFile(keyFile, key);
  const { sha256 } = await verifyPack(path);
  const checked = await run(process.execPath, [cli, path, '--key', keyFile, '--expect', sha256]);
  expect(checked.stdout).toContain('Whole and unaltered, and signed by a key that was given.');
  await tamper(changedTogether);
  const forged = run(process.execPath, [cli, path, '--key', keyFile]);
  await expect(forged).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('manifest.json') });
  await tamper((files) => files.slice(1));
  const removed = run(process.execPath, [cli, path]);
  await expect(removed).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('MISSING  evidence/R01/E0001-data.pdf'),
  });
  await writeFile(keyFile, 'no key');
  await expect(run(process.execPath, [cli, path, '--key', keyFile])).rejects.toMatchObject({ code: 2 });
  await expect(run(process.execPath, [cli])).rejects.toMatchObject({ code: 2 });
});

test('the command loads nothing of the product but its own folder', async () => {
  const seen = new Set<string>();
  const outside = new Set<string>();
  const visit = async (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = await readFile(file, 'utf8');
    // What is imported as a type alone is gone when the code runs.
    for (const [, clause = '', name = ''] of source.matchAll(/^import ([^;]*?)from '([^']+)';/gms)) {
      if (clause.startsWith('type ')) continue;
      if (!name.startsWith('.')) outside.add(name.replace(/^node:.*/, 'node'));
      else await visit(fileURLToPath(new URL(name, pathToFileURL(file))));
    }
  };
  await visit(fileURLToPath(new URL('../cli/verify.ts', import.meta.url)));
  expect([...outside].sort()).toEqual(['node', 'yauzl']);
  expect([...seen].every((file) => /\/pack\/src\/(cli|verify)\//.test(file))).toBe(true);
});
