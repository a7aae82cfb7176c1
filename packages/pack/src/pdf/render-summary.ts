import type { PackOutcome } from '../pack-outcome.ts';
import { compileTypst } from './compile-typst.ts';
import { summaryData } from './summary-data.ts';

/**
 * The summary of a pack as PDF/UA-1. What cannot be printed is printed as [?], and a note says so; the workbook and
 * the index hold every character.
 */
export function renderSummary(outcome: PackOutcome): Uint8Array {
  const { generatedAt } = outcome.content;
  return compileTypst('summary.typ', summaryData(outcome), { what: 'The summary', generatedAt }).bytes;
}
