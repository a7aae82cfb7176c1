import type { ReportResult } from '@gt/contracts/words';
import type { PageText } from '../layout/text-run.ts';
import { buildDraft, looksLikeReport } from './build-draft.ts';
import { openPdfText, type PdfText } from './extract-text.ts';
import { reportFailure } from './report-failure.ts';
import { DEFAULT_REPORT_LIMITS, type ReportLimits } from './report-limits.ts';

/** A report shows what it is on these first pages; what does not is not read further. */
const OPENING_PAGES = 5;
/** Fewer letters a page than this is a scan (with at most a page number or a stamp). */
const LETTERS_A_PAGE = 25;

/** Reads a report held in memory. Runs inside the reading process: hostile files can make it slow or large. */
export async function readReportBytes(
  data: Uint8Array,
  limits: ReportLimits = DEFAULT_REPORT_LIMITS,
): Promise<ReportResult> {
  let pdf: PdfText;
  try {
    pdf = await openPdfText(data);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return reportFailure(isLocked ? 'ENCRYPTED' : 'DAMAGED', limits);
  }
  try {
    return await readOpened(pdf, limits);
  } catch {
    return reportFailure('DAMAGED', limits);
  } finally {
    await pdf.close();
  }
}

async function readOpened(pdf: PdfText, limits: ReportLimits): Promise<ReportResult> {
  if (pdf.pageCount > limits.pages) return reportFailure('TOO_MANY_PAGES', limits, pdf.pageCount);
  const pages: PageText[] = [];
  const readUpTo = async (last: number) => {
    for (let number = pages.length + 1; number <= last; number += 1) pages.push(await pdf.page(number));
  };
  await readUpTo(Math.min(OPENING_PAGES, pdf.pageCount));
  if (!looksLikeReport(pages)) {
    if (letters(pages) >= LETTERS_A_PAGE * pages.length)
      return reportFailure('NOT_AN_INSPECTION_REPORT', limits, pdf.pageCount);
    return reportFailure('NO_TEXT', limits, pdf.pageCount);
  }
  await readUpTo(pdf.pageCount);
  return { ok: true, draft: buildDraft(pages) };
}

function letters(pages: readonly PageText[]): number {
  let count = 0;
  for (const page of pages) for (const run of page.runs) count += run.text.replace(/\s/g, '').length;
  return count;
}
