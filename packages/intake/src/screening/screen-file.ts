import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ScreeningResult } from '@gt/contracts/words';
import type { ScreeningOptions } from '@gt/domain/screening';
import { runInChild } from '../sandbox/run-in-child.ts';
import type { ScreenMessage } from './screen-child.ts';

const CHILD = new URL('./screen-child.ts', import.meta.url);
const MIB = 1024 * 1024;

export type ScreenLimits = {
  /** Wall-clock milliseconds for one file. */
  timeMs: number;
  /** Resident memory of the reading process, in bytes. */
  memoryBytes: number;
  pages: number;
  /** The largest file that is read. */
  fileBytes: number;
};
export const SCREEN_LIMITS: ScreenLimits = {
  timeMs: 10_000,
  memoryBytes: 512 * MIB,
  pages: 500,
  fileBytes: 200 * MIB,
};

export type FileToScreen = {
  fileName: string;
  options: ScreeningOptions;
  limits?: Partial<ScreenLimits>;
};

/** Screens a file on disk, as `screenStream` does. Throws only when the path itself cannot be opened. */
export async function screenFile(path: string, of: FileToScreen): Promise<ScreeningResult> {
  const { size } = await stat(path);
  return screenStream(() => Promise.resolve(createReadStream(path)), { ...of, size });
}

/**
 * Screens bytes for what may identify somebody. They are read in a process of its own, which this one watches and
 * kills at the limits; they pass through memory alone, so that no copy of them is left lying about. Never throws for
 * a bad file: what could not be read is said, and is never called clean. Throws what opening or reading the stream
 * throws.
 */
export async function screenStream(
  open: () => Promise<Readable>,
  { size, fileName, options, ...of }: FileToScreen & { size: number },
): Promise<ScreeningResult> {
  const limits = { ...SCREEN_LIMITS, ...of.limits };
  if (size > limits.fileBytes) {
    return unread(
      `It is larger than ${Math.round(limits.fileBytes / MIB)} MB, the most that can be screened.`,
    );
  }
  const message: ScreenMessage = { fileName, options, pages: limits.pages };
  const answer = await runInChild(CHILD, message, limits, await open());
  switch (answer.kind) {
    case 'answer':
      // The child is our own module; it sends exactly one result.
      return answer.value as ScreeningResult;
    case 'too-slow':
      return unread(`Reading it took longer than ${limits.timeMs / 1000} seconds and was stopped.`);
    case 'too-much-memory':
      return unread(
        `Reading it took more than ${Math.round(limits.memoryBytes / MIB)} MB of memory and was stopped.`,
      );
    case 'crashed':
      return unread('It could not be read to its end.');
  }
}

const unread = (sentence: string): ScreeningResult => ({
  outcome: 'COULD_NOT_SCREEN',
  findings: [],
  total: 0,
  likely: 0,
  notices: [],
  unread: [sentence],
});
