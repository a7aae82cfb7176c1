import { PassThrough, type Writable } from 'node:stream';
import type { PackContent } from '@gt/contracts/words';
import { buildManifest, MANIFEST_NAME, type PackManifest } from './manifest.ts';
import type { PackOutcome } from './pack-outcome.ts';
import { cleanData } from './paper/clean-text.ts';
import { indexPage } from './paper/index-page.ts';
import { readMe } from './paper/read-me.ts';
import { renderSummary } from './pdf/render-summary.ts';
import { packSheets } from './workbook/pack-sheets.ts';
import { xlsxFromRows } from './workbook/xlsx-from-rows.ts';
import { type OpenFile, writeEvidenceFiles } from './write-evidence-files.ts';
import { type WrittenEntry, ZipWriter } from './zip/zip-writer.ts';

/** In the order they happen. `files` counts bytes of evidence; the others count steps. */
export const PACK_STAGES = ['files', 'summary', 'workbook', 'manifest'] as const;
export interface PackProgress {
  stage: (typeof PACK_STAGES)[number];
  done: number;
  total: number;
}

export interface WritePackOptions {
  openFile: OpenFile;
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
  const papers = await writePapers(zip, outcome, { onProgress, signal });
  const written = [...papers, ...run.included.map(({ entry }) => entry)];
  const manifest = buildManifest(content, run.included, outcome.omissions, written);
  const json = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await zip.addBytes(MANIFEST_NAME, json, { compress: true });
  signal?.throwIfAborted();
  const { sha256, size } = await zip.finish();
  onProgress({ stage: 'manifest', done: 1, total: 1 });
  return { sha256, size, manifest };
}

async function writePapers(
  zip: ZipWriter,
  outcome: PackOutcome,
  {
    onProgress,
    signal,
  }: Required<Pick<WritePackOptions, 'onProgress'>> & { signal: AbortSignal | undefined },
): Promise<WrittenEntry[]> {
  onProgress({ stage: 'summary', done: 0, total: 1 });
  const pdf = renderSummary(outcome);
  const summary = await zip.addBytes('summary.pdf', pdf, { compress: true });
  onProgress({ stage: 'summary', done: 1, total: 1 });
  signal?.throwIfAborted();
  onProgress({ stage: 'workbook', done: 0, total: 1 });
  const workbook = await zip.addStream('actions.xlsx', workbookBytes(outcome), { compress: false });
  onProgress({ stage: 'workbook', done: 1, total: 1 });
  signal?.throwIfAborted();
  onProgress({ stage: 'manifest', done: 0, total: 1 });
  const index = await zip.addBytes('index.html', Buffer.from(indexPage(outcome)), { compress: true });
  const note = await zip.addBytes('READ ME.txt', Buffer.from(readMe(outcome)), { compress: true });
  return [summary, workbook, index, note];
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
