import type { Readable } from 'node:stream';
import type { PageWords } from '@gt/contracts/words';
import { inTurns } from '../sandbox/in-turns.ts';
import { runInChild } from '../sandbox/run-in-child.ts';
import { DEFAULT_REPORT_LIMITS } from './report-limits.ts';

const CHILD = new URL('./page-words-child.ts', import.meta.url);

/** Each may take all of its memory, so no more than these read at once; others wait. */
const inTurn = inTurns(2);

/** The words of a page and where they stand, read in a process of its own. Never throws for a bad file. */
export async function readPageWords(open: () => Promise<Readable>, page: number): Promise<PageWords> {
  const answer = await inTurn(async () => runInChild(CHILD, { page }, DEFAULT_REPORT_LIMITS, await open()));
  // The child is our own module; it sends exactly one answer.
  if (answer.kind === 'answer') return answer.value as PageWords;
  return { ok: false, sentence: 'The words of this page could not be read. Read the picture and type them.' };
}
