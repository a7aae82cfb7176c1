export { countWords, type PackOutcome, partialWords } from './pack-outcome.ts';
export { indexPage } from './paper/index-page.ts';
export { packOrder } from './paper/pack-order.ts';
export { changesOf, evidenceOf, nextStepsOf } from './paper/what-changed.ts';
export { sourceWords } from './paper/words.ts';
export { renderSummary } from './pdf/render-summary.ts';
export { checkLogo } from './report/check-logo.ts';
export type { ReportHead, ReportLogo } from './report/report-head.ts';
export { writeReportDocx } from './report/write-report-docx.ts';
export { writeReportPdf } from './report/write-report-pdf.ts';
export type { ManifestFile, PackManifest } from './verify/pack-format.ts';
export type { PackProblem } from './verify/pack-problem.ts';
export { fingerprintOf } from './verify/signature-problems.ts';
export { type PackVerdict, verdictWords, verifyPack } from './verify/verify-pack.ts';
export { csvFromRows } from './workbook/csv-from-rows.ts';
export type { Column, Row, Sheet } from './workbook/sheet-xml.ts';
export { type XlsxOptions, xlsxFromRows } from './workbook/xlsx-from-rows.ts';
export type { OpenFile } from './write-evidence-files.ts';
export {
  PACK_STAGES,
  type PackProgress,
  type PackSigner,
  type WritePackOptions,
  type WrittenPack,
  writePack,
} from './write-pack.ts';
