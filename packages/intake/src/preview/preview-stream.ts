import type { Readable } from 'node:stream';
import type { FilePreview } from '@gt/contracts/words';
import { inTurns } from '../sandbox/in-turns.ts';
import { type ChildAnswer, runInChild } from '../sandbox/run-in-child.ts';
import type { DrawnPage } from './draw-page.ts';
import type { PlainPicture } from './plain-picture.ts';
import type { PreviewMessage } from './preview-child.ts';

const CHILD = new URL('./preview-child.ts', import.meta.url);
const MIB = 1024 * 1024;

const PREVIEW_LIMITS = {
  timeMs: 10_000,
  memoryBytes: 512 * MIB,
  /** The largest file that is shown in a page. */
  fileBytes: 100 * MIB,
};
export type PreviewLimits = typeof PREVIEW_LIMITS;

/** Each may take all of its memory, so no more than these read at once; others wait. */
const inTurn = inTurns(2);

export type FileToPreview = {
  /** As found when it was uploaded. */
  mediaType: string;
  size: number;
  limits?: Partial<PreviewLimits>;
};

/**
 * What a file shows, read in a process of its own that is watched and killed at the limits. Never throws for a bad
 * file: NONE says why it cannot be shown. Throws what opening or reading the stream throws.
 */
export async function previewStream(open: () => Promise<Readable>, of: FileToPreview): Promise<FilePreview> {
  const limits = { ...PREVIEW_LIMITS, ...of.limits };
  const none = (sentence: string): FilePreview => ({ kind: 'NONE', sentence });
  if (of.size > limits.fileBytes) return none(tooLarge(limits));
  const message: PreviewMessage = { mediaType: of.mediaType };
  const answer = await inTurn(async () => runInChild(CHILD, message, limits, await open()));
  // The child is our own module; it sends exactly one result.
  return answer.kind === 'answer' ? (answer.value as FilePreview) : none(stopped(answer, limits));
}

export type PagePicture =
  | { ok: true; data: Uint8Array; mediaType: 'image/png' | 'image/jpeg' }
  | { ok: false; sentence: string };

/** A page of a PDF drawn as a picture, or a picture without what its camera kept, made in the same kind of process. */
export async function previewPage(
  open: () => Promise<Readable>,
  { page, ...of }: FileToPreview & { page: number },
): Promise<PagePicture> {
  const limits = { ...PREVIEW_LIMITS, ...of.limits };
  if (of.size > limits.fileBytes) return { ok: false, sentence: tooLarge(limits) };
  const message: PreviewMessage = { mediaType: of.mediaType, page };
  const mayDraw = of.mediaType === 'application/pdf';
  const answer = await inTurn(async () => runInChild(CHILD, message, { ...limits, mayDraw }, await open()));
  if (answer.kind !== 'answer') return { ok: false, sentence: stopped(answer, limits) };
  const made = answer.value as DrawnPage | PlainPicture;
  return made.ok ? { mediaType: 'image/png', ...made } : made;
}

function tooLarge({ fileBytes }: PreviewLimits): string {
  return `It is larger than ${Math.round(fileBytes / MIB)} MB, the most that is shown in a page. Download it to read it.`;
}

function stopped({ kind }: Exclude<ChildAnswer, { kind: 'answer' }>, limits: PreviewLimits): string {
  const go = 'Download it to read it.';
  if (kind === 'too-slow')
    return `Drawing it took longer than ${limits.timeMs / 1000} seconds and was stopped. ${go}`;
  if (kind === 'too-much-memory') {
    return `Drawing it took more than ${Math.round(limits.memoryBytes / MIB)} MB of memory and was stopped. ${go}`;
  }
  return `It could not be read to its end, so it cannot be shown. ${go}`;
}
