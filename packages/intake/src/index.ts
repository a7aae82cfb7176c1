export { previewPage, previewStream } from './preview/preview-stream.ts';
export { readInspectionReport } from './report/read-inspection-report.ts';
export { readPageWords } from './report/read-page-words.ts';
export { DEFAULT_REPORT_LIMITS, type ReportLimits } from './report/report-limits.ts';
export { screenBytes } from './screening/screen-bytes.ts';
export { screenStream } from './screening/screen-file.ts';
export { readWorkbookStream, WORKBOOK_MAX_BYTES } from './workbook/read-workbook-stream.ts';
