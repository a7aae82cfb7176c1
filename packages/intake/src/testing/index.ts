export * from './bad-files.ts';
export { PageFlow } from './page-flow.ts';
export { makeSampleReport, sampleReportPdf } from './sample-report.ts';
export type { SampleItem, SampleLayout, SampleReport } from './sample-report-facts.ts';
export { writePdf } from './write-pdf.ts';
