export { readInspectionReport } from './report/read-inspection-report.ts';
export { DEFAULT_REPORT_LIMITS, type ReportLimits } from './report/report-limits.ts';
