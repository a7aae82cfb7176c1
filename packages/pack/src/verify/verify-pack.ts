import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { MANIFEST_FORMAT, MANIFEST_NAME, type PackManifest } from './manifest.ts';

export interface PackProblem {
  path: string;
  problem: 'MISSING' | 'EXTRA' | 'CHANGED' | 'TWICE' | 'UNREADABLE' | 'MANIFEST';
  /** What is wrong, in a sentence. */
  detail: string;
}

export interface PackVerdict {
  ok: boolean;
  /** Files read and compared. */
  checked: number;
  problems: PackProblem[];
  /** Of the whole ZIP: compare it with the one the product shows for this pack. */
  sha256: string;
  manifest: PackManifest | null;
}

const MANIFEST_MAX = 256 * 1024 * 1024;

/** Reads a pack back and compares every file in it with the manifest: changed, missing, extra, doubled. */
export async function verifyPack(zipPath: string): Promise<PackVerdict> {
  const sha256 = await hashFile(zipPath);
  const problems: PackProblem[] = [];
  const found = new Map<string, { size: number; sha256: string }>();
  let manifest: PackManifest | null = null;
  try {
    const zip = await openPromise(zipPath, { lazyEntries: true, autoClose: false });
    try {
      manifest = await readEntries(zip, found, problems);
    } finally {
      zip.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push({
      path: zipPath,
      problem: 'UNREADABLE',
      detail: `This is not a complete ZIP file (${why}).`,
    });
  }
  if (manifest) problems.push(...compare(manifest, found), ...recount(manifest));
  else if (problems.length === 0) {
    const detail = 'There is no manifest, so nothing can be compared. This is not an evidence pack.';
    problems.push({ path: MANIFEST_NAME, problem: 'MANIFEST', detail });
  }
  return { ok: problems.length === 0, checked: found.size, problems, sha256, manifest };
}

async function readEntries(
  zip: ZipFile,
  found: Map<string, { size: number; sha256: string }>,
  problems: PackProblem[],
): Promise<PackManifest | null> {
  let manifest: PackManifest | null = null;
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName;
    if (seen.has(path)) {
      problems.push({ path, problem: 'TWICE', detail: 'This name stands twice in the ZIP.' });
      continue;
    }
    seen.add(path);
    try {
      if (path === MANIFEST_NAME) manifest = parseManifest(await readText(zip, entry));
      else found.set(path, await hashEntry(zip, entry));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push({
        path,
        problem: 'UNREADABLE',
        detail: `This file cannot be read from the ZIP (${why}).`,
      });
    }
  }
  return manifest;
}

function compare(
  manifest: PackManifest,
  found: Map<string, { size: number; sha256: string }>,
): PackProblem[] {
  const problems: PackProblem[] = [];
  const listed = new Set<string>();
  for (const file of manifest.files) {
    listed.add(file.path);
    const actual = found.get(file.path);
    if (!actual) {
      problems.push({
        path: file.path,
        problem: 'MISSING',
        detail: file.appendix
          ? 'The manifest lists this file in the separable appendix; it is not in the ZIP. Expected where that folder was taken out.'
          : 'The manifest lists this file; it is not in the ZIP.',
      });
    } else if (actual.sha256 !== file.sha256 || actual.size !== file.size) {
      problems.push({
        path: file.path,
        problem: 'CHANGED',
        detail: 'The content is not what the manifest recorded.',
      });
    }
  }
  for (const path of found.keys()) {
    if (listed.has(path)) continue;
    problems.push({
      path,
      problem: 'EXTRA',
      detail: 'This file is in the ZIP; the manifest does not list it.',
    });
  }
  return problems;
}

/** In scope = included + left out, and each number is the length of its list. */
function recount({ counts, files, omissions }: PackManifest): PackProblem[] {
  const included = files.filter((file) => file.evidence !== undefined).length;
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  const adds = counts.evidenceInScope === counts.evidenceIncluded + counts.evidenceLeftOut;
  if (adds && counts.evidenceIncluded === included && counts.evidenceLeftOut === leftOut) return [];
  const detail =
    'The counts do not add up: evidence in scope must be what is included plus what was left out.';
  return [{ path: MANIFEST_NAME, problem: 'MANIFEST', detail }];
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

async function readText(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MANIFEST_MAX) throw new Error('it is too large');
  const parts: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) parts.push(chunk as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function hashEntry(zip: ZipFile, entry: Entry): Promise<{ size: number; sha256: string }> {
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
