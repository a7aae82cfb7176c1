import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { compareFiles, type FoundFile, recount } from './compare-files.ts';
import { MANIFEST_FORMAT, MANIFEST_NAME, type PackManifest, SIGNATURE_NAME } from './pack-format.ts';
import type { PackProblem } from './pack-problem.ts';
import { signatureProblems } from './signature-problems.ts';

export interface VerifyOptions {
  /** Public keys of which one should have signed it: PEM, or SPKI in base64. None given: nobody's signature is asked for. */
  keys?: readonly string[];
  /** The SHA-256 that the whole ZIP should have. */
  expect?: string | undefined;
  /** Bytes the ZIP may unpack to; more is refused before it is read. */
  maxBytes?: number;
}

/** What the answer rests on: a signature by a known key, a known hash, or the manifest alone. */
export type PackOrigin = 'SIGNATURE' | 'HASH' | 'NOT_CHECKED';

export interface PackVerdict {
  ok: boolean;
  /** Files read and compared. */
  checked: number;
  problems: PackProblem[];
  origin: PackOrigin;
  /** Of the whole ZIP: compare it with the one the product shows for this pack. */
  sha256: string;
  manifest: PackManifest | null;
}

interface Contents {
  found: Map<string, FoundFile>;
  /** The manifest's bytes, as they were signed. */
  manifestBytes: Buffer | null;
  signature: Buffer | null;
}

const MANIFEST_MAX = 256 * 1024 * 1024;
const SIGNATURE_MAX = 4096;

/**
 * Reads a pack back and compares every file in it with the manifest: changed, missing, added, renamed, doubled; the
 * manifest with its signature where a key is given, and the whole with a hash where one is given. It needs nothing but
 * the file.
 */
export async function verifyPack(zipPath: string, options: VerifyOptions = {}): Promise<PackVerdict> {
  const sha256 = await hashFile(zipPath);
  const problems: PackProblem[] = [];
  const contents: Contents = { found: new Map(), manifestBytes: null, signature: null };
  let manifest: PackManifest | null = null;
  try {
    const zip = await openPromise(zipPath, { lazyEntries: true, autoClose: false });
    try {
      await readEntries(zip, contents, problems, options.maxBytes ?? Number.MAX_SAFE_INTEGER);
    } finally {
      zip.close();
    }
  } catch (error) {
    problems.push({
      path: zipPath,
      problem: 'UNREADABLE',
      detail: `This is not a complete ZIP file (${wordsOf(error)}).`,
    });
  }
  const { found, manifestBytes, signature } = contents;
  if (manifestBytes) manifest = readManifest(manifestBytes, problems);
  if (manifest && manifestBytes) {
    problems.push(...compareFiles(manifest, found), ...recount(manifest));
    problems.push(...signatureProblems({ manifest, manifestBytes, signature, keys: options.keys ?? [] }));
  } else if (problems.length === 0) {
    const detail = 'There is no manifest, so nothing can be compared. This is not an evidence pack.';
    problems.push({ path: MANIFEST_NAME, problem: 'MANIFEST', detail });
  }
  if (options.expect && options.expect.toLowerCase() !== sha256) {
    const detail = `The ZIP is not the one that was meant: its SHA-256 is ${sha256}.`;
    problems.push({ path: zipPath, problem: 'HASH', detail });
  }
  const origin = options.keys?.length ? 'SIGNATURE' : options.expect ? 'HASH' : 'NOT_CHECKED';
  return { ok: problems.length === 0, checked: found.size, problems, origin, sha256, manifest };
}

/** The result in one sentence; what was not checked is said. */
export function verdictWords({ ok, problems, origin }: PackVerdict): string {
  if (!ok)
    return problems.length === 1
      ? 'Not whole: 1 problem found.'
      : `Not whole: ${problems.length} problems found.`;
  if (origin === 'SIGNATURE') return 'Whole and unaltered, and signed by a key that was given.';
  if (origin === 'HASH') return 'Whole and unaltered: it is the pack whose SHA-256 was given.';
  return 'Unaltered since its manifest; who made it was not checked.';
}

async function readEntries(
  zip: ZipFile,
  contents: Contents,
  problems: PackProblem[],
  maxBytes: number,
): Promise<void> {
  const seen = new Set<string>();
  let left = maxBytes;
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName;
    left -= entry.uncompressedSize;
    if (left < 0) throw new Error('it would unpack to more than can be read here');
    if (seen.has(path)) {
      problems.push({ path, problem: 'TWICE', detail: 'This name stands twice in the ZIP.' });
      continue;
    }
    seen.add(path);
    try {
      if (path === MANIFEST_NAME) contents.manifestBytes = await readWhole(zip, entry, MANIFEST_MAX);
      else if (path === SIGNATURE_NAME) contents.signature = await readWhole(zip, entry, SIGNATURE_MAX);
      else contents.found.set(path, await hashEntry(zip, entry));
    } catch (error) {
      const detail = `This file cannot be read from the ZIP (${wordsOf(error)}).`;
      problems.push({ path, problem: 'UNREADABLE', detail });
    }
  }
}

function readManifest(bytes: Buffer, problems: PackProblem[]): PackManifest | null {
  try {
    return parseManifest(bytes.toString('utf8'));
  } catch (error) {
    const detail = `The manifest cannot be read (${wordsOf(error)}).`;
    problems.push({ path: MANIFEST_NAME, problem: 'MANIFEST', detail });
    return null;
  }
}

function parseManifest(text: string): PackManifest {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'format' in value && value.format === MANIFEST_FORMAT) {
    const manifest = value as PackManifest;
    if (Array.isArray(manifest.files) && Array.isArray(manifest.omissions) && manifest.counts)
      return manifest;
  }
  throw new Error('it is not the manifest of an evidence pack');
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function readWhole(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  if (entry.uncompressedSize > most) throw new Error('it is too large');
  const parts: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) parts.push(chunk as Buffer);
  return Buffer.concat(parts);
}

async function hashEntry(zip: ZipFile, entry: Entry): Promise<FoundFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length;
    hash.update(chunk as Buffer);
  }
  return { size, sha256: hash.digest('hex') };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
