export * from './bad-files.ts';
export {
  makeSampleReport,
  type SampleItem,
  type SampleLayout,
  type SampleReport,
  sampleReportPdf,
} from './sample-report.ts';
