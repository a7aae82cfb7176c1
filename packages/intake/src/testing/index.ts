export * from './bad-files.ts';
export { makeSampleReport, sampleReportPdf } from './sample-report.ts';
export type { SampleItem, SampleLayout, SampleReport } from './sample-report-facts.ts';
