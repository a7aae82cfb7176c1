/** The door of this feature: its pages, and what other features may use of it. */
export { ReportPage } from './report-page.tsx';
export { ReportsPage } from './reports-page.tsx';
