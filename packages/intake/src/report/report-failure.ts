import type { ReportFailure, ReportFailureReason } from '@gt/contracts/words';
import type { ReportLimits } from './report-limits.ts';

const BY_HAND = 'You can enter the recommendations by hand.';
/** What can be opened and shown, and is only not understood. */
const SHOWN: readonly ReportFailureReason[] = ['NO_TEXT', 'NOT_AN_INSPECTION_REPORT'];

/** The sentence a person reads for each way a file cannot be read: what is wrong, the limit, the way on. */
export function reportFailure(
  reason: ReportFailureReason,
  limits: ReportLimits,
  pages?: number,
): ReportFailure {
  const pageCount = SHOWN.includes(reason) ? (pages ?? null) : null;
  return { ok: false, reason, message: `${sentence(reason, limits, pages)} ${BY_HAND}`, pageCount };
}

function sentence(reason: ReportFailureReason, limits: ReportLimits, pages: number | undefined): string {
  switch (reason) {
    case 'EMPTY_FILE':
      return 'This file is empty (0 bytes). Download the report again and choose that copy.';
    case 'NOT_A_PDF':
      return 'This file is not a PDF. Choose the report as published, in PDF.';
    case 'ENCRYPTED':
      return 'This PDF is encrypted and asks for a password. Choose a copy without a password.';
    case 'NO_TEXT':
      return 'This PDF holds no text: its pages are scanned pictures. Choose the report as published, with text that can be selected.';
    case 'TOO_MANY_PAGES':
      return `This PDF has ${pages ?? 'too many'} pages. The limit is ${limits.pages} pages, and an inspection report has far fewer. Choose the report alone.`;
    case 'NOT_AN_INSPECTION_REPORT':
      return 'This PDF does not look like an inspection report: at least two of the title “Inspection of … children’s services”, the inspection dates and the table of judgements were expected at its beginning.';
    case 'TOO_SLOW':
      return `Reading this PDF took longer than the limit of ${limits.timeMs / 1000} seconds and was stopped.`;
    case 'TOO_MUCH_MEMORY':
      return `Reading this PDF took more memory than the limit of ${Math.round(limits.memoryBytes / 1024 / 1024)} MB and was stopped.`;
    case 'DAMAGED':
      return 'This PDF is damaged and cannot be read. Download the report again and choose that copy.';
  }
}
