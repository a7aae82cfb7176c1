import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReportFailureReason, ReportResult } from '@gt/contracts/words';
import { runInChild } from '../sandbox/run-in-child.ts';
import { reportFailure } from './report-failure.ts';
import { DEFAULT_REPORT_LIMITS, type ReportLimits } from './report-limits.ts';

const CHILD = new URL('./report-child.ts', import.meta.url);
/** The signature may stand behind a few stray bytes; readers look this far for it. */
const SIGNATURE_WITHIN = 1024;

/**
 * Reads a published inspection report from a PDF file on disk. The file is opened in a process of its own,
 * which this one watches and kills at the limits (10 seconds, 512 MiB, 500 pages unless set otherwise).
 * Never throws for a bad file: the result says what is wrong and the way on. Throws only when the path itself
 * cannot be opened.
 */
export async function readInspectionReport(
  path: string,
  options: Partial<ReportLimits> = {},
): Promise<ReportResult> {
  const limits = { ...DEFAULT_REPORT_LIMITS, ...options };
  const file = resolve(path);
  const early = await checkHead(file);
  if (early) return reportFailure(early, limits);
  const answer = await runInChild(CHILD, { path: file, limits }, limits);
  switch (answer.kind) {
    case 'answer':
      // The child is our own module; it sends exactly one ReportResult.
      return answer.value as ReportResult;
    case 'too-slow':
      return reportFailure('TOO_SLOW', limits);
    case 'too-much-memory':
      return reportFailure('TOO_MUCH_MEMORY', limits);
    case 'crashed':
      return reportFailure('DAMAGED', limits);
  }
}

async function checkHead(file: string): Promise<ReportFailureReason | null> {
  const handle = await open(file, 'r');
  try {
    const buffer = new Uint8Array(SIGNATURE_WITHIN);
    const { bytesRead } = await handle.read(buffer, 0, SIGNATURE_WITHIN, 0);
    if (bytesRead === 0) return 'EMPTY_FILE';
    const head = Buffer.from(buffer.subarray(0, bytesRead)).toString('latin1');
    return head.includes('%PDF-') ? null : 'NOT_A_PDF';
  } finally {
    await handle.close();
  }
}
