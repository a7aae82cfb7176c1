export * from './bad-files.ts';
export { PageFlow } from './page-flow.ts';
export { makeSampleReport, sampleReportPdf } from './sample-report.ts';
export type { SampleItem, SampleLayout, SampleReport } from './sample-report-facts.ts';
export { largeWorkbook } from './ugly-workbooks.ts';
export { makeUnseen } from './unseen/make-report.ts';
export { writePdf } from './write-pdf.ts';
export { writeWorkbook } from './write-workbook.ts';
