import { PassThrough, type Writable } from 'node:stream';
import type { PackContent } from '@gt/contracts/words';
import { buildManifest, type WrittenPaper } from './manifest.ts';
import type { PackOutcome } from './pack-outcome.ts';
import { cleanData } from './paper/clean-text.ts';
import { indexPage } from './paper/index-page.ts';
import { readMe } from './paper/read-me.ts';
import { renderSummary } from './pdf/render-summary.ts';
import { MANIFEST_NAME, type PackManifest, SIGNATURE_NAME } from './verify/pack-format.ts';
import { packCsvs } from './workbook/pack-csvs.ts';
import { packSheets } from './workbook/pack-sheets.ts';
import { xlsxFromRows } from './workbook/xlsx-from-rows.ts';
import { type OpenFile, writeEvidenceFiles } from './write-evidence-files.ts';
import { ZipWriter } from './zip/zip-writer.ts';

/** In the order they happen. `files` counts bytes of evidence; the others count steps. */
export const PACK_STAGES = ['files', 'summary', 'workbook', 'manifest'] as const;
export interface PackProgress {
  stage: (typeof PACK_STAGES)[number];
  done: number;
  total: number;
}

/** Signs the manifest. Ed25519, so that the same manifest has the same signature. */
export interface PackSigner {
  /** SHA-256 of the public key (SPKI), which the manifest names. */
  fingerprint: string;
  sign(bytes: Uint8Array): Uint8Array;
}

export interface WritePackOptions {
  openFile: OpenFile;
  /** None: the pack is not signed, and says so. */
  signer?: PackSigner | undefined;
  /** Receives the ZIP and is ended when it is complete. */
  out: Writable;
  onProgress?: (progress: PackProgress) => void;
  signal?: AbortSignal;
}

export interface WrittenPack {
  /** Of the whole ZIP, lower-case hexadecimal. */
  sha256: string;
  size: number;
  manifest: PackManifest;
  signature: Uint8Array | null;
}

/**
 * Writes the evidence pack as a ZIP stream with flat memory. Evidence goes first, so that the summary,
 * the workbook and the index can say truthfully what is in the pack and what was left out; the manifest
 * goes last. Rejects with the signal's reason when cancelled: throw away what `out` received.
 */
export async function writePack(rawContent: PackContent, options: WritePackOptions): Promise<WrittenPack> {
  const { onProgress = () => undefined, signal } = options;
  const content = cleanData(rawContent);
  const zip = new ZipWriter(options.out, new Date(content.generatedAt));
  const total = content.evidence.reduce((sum, evidence) => sum + evidence.size, 0);
  const onBytes = (done: number) => onProgress({ stage: 'files', done, total });
  onBytes(0);
  const run = await writeEvidenceFiles(zip, content, { openFile: options.openFile, onBytes, signal });
  const outcome = { content, included: run.included, omissions: [...content.omissions, ...run.omissions] };
  const { signer } = options;
  const papers = await writePapers(zip, outcome, { onProgress, signal, isSigned: signer !== undefined });
  const manifest = buildManifest(content, outcome, papers, signer?.fingerprint ?? null);
  const json = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await zip.addBytes(MANIFEST_NAME, json, { compress: true });
  const signature = signer?.sign(json) ?? null;
  if (signature) await zip.addBytes(SIGNATURE_NAME, signature, { compress: false });
  signal?.throwIfAborted();
  const { sha256, size } = await zip.finish();
  onProgress({ stage: 'manifest', done: 1, total: 1 });
  return { sha256, size, manifest, signature };
}

interface Writing {
  onProgress: (progress: PackProgress) => void;
  signal: AbortSignal | undefined;
  isSigned: boolean;
}

async function writePapers(
  zip: ZipWriter,
  outcome: PackOutcome,
  { onProgress, signal, isSigned }: Writing,
): Promise<WrittenPaper[]> {
  const papers: WrittenPaper[] = [];
  const text = async (name: string, title: string, words: string) => {
    papers.push({ title, entry: await zip.addBytes(name, Buffer.from(words), { compress: true }) });
  };
  onProgress({ stage: 'summary', done: 0, total: 1 });
  const pdf = await zip.addBytes('summary.pdf', renderSummary(outcome), { compress: true });
  papers.push({ title: 'Summary', entry: pdf });
  onProgress({ stage: 'summary', done: 1, total: 1 });
  signal?.throwIfAborted();
  onProgress({ stage: 'workbook', done: 0, total: 1 });
  const workbook = await zip.addStream('actions.xlsx', workbookBytes(outcome), { compress: false });
  papers.push({ title: 'Actions, updates, dates and evidence', entry: workbook });
  for (const { name, title, bytes } of packCsvs(outcome)) {
    papers.push({ title, entry: await zip.addStream(name, bytes, { compress: true }) });
  }
  onProgress({ stage: 'workbook', done: 1, total: 1 });
  signal?.throwIfAborted();
  onProgress({ stage: 'manifest', done: 0, total: 1 });
  await text('index.html', 'Index with links to every evidence file', indexPage(outcome));
  await text('READ ME.txt', 'What the pack is and how to check it', readMe(outcome, isSigned));
  return papers;
}

async function* workbookBytes(outcome: PackOutcome): AsyncGenerator<Uint8Array> {
  const { planTitle, marking, generatedAt } = outcome.content;
  const through = new PassThrough();
  const options = { title: `Actions: ${planTitle}`, marking, createdAt: new Date(generatedAt) };
  const writing = xlsxFromRows(through, packSheets(outcome), options);
  // A failure of the writer must reach the reader of the stream rather than leave it waiting.
  writing.catch((error: Error) => through.destroy(error));
  yield* through;
  await writing;
}
