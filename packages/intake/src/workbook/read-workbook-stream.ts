import type { Readable } from 'node:stream';
import type { GridResult } from '@gt/contracts/words';
import { inTurns } from '../sandbox/in-turns.ts';
import { runInChild } from '../sandbox/run-in-child.ts';

const CHILD = new URL('./workbook-child.ts', import.meta.url);
const MIB = 1024 * 1024;

/** The largest workbook taken, and what reading one may take. */
export const WORKBOOK_MAX_BYTES = 20 * MIB;
const LIMITS = { timeMs: 10_000, memoryBytes: 512 * MIB };

/** Each may take all of its memory, so no more than these read at once; others wait. */
const inTurn = inTurns(2);

/**
 * A workbook or a text of separated cells as grids, read in a process of its own that is watched and killed at the
 * limits. Never throws for a bad file: the answer says what is wrong and the way on. Throws what opening or reading
 * the stream throws.
 */
export async function readWorkbookStream(open: () => Promise<Readable>): Promise<GridResult> {
  const answer = await inTurn(async () => runInChild(CHILD, {}, LIMITS, await open()));
  const refused = (message: string): GridResult => ({ ok: false, message });
  switch (answer.kind) {
    case 'answer':
      // The child is our own module; it sends exactly one GridResult.
      return answer.value as GridResult;
    case 'too-slow':
      return refused(
        `Reading this workbook took longer than ${LIMITS.timeMs / 1000} seconds and was stopped. Save the sheets with the plan as a workbook of their own.`,
      );
    case 'too-much-memory':
      return refused(
        `Reading this workbook took more than ${LIMITS.memoryBytes / MIB} MB of memory and was stopped. Save the sheets with the plan as a workbook of their own.`,
      );
    case 'crashed':
      return refused(
        'This workbook is damaged and cannot be read. Open and save it in Excel, then try again.',
      );
  }
}
