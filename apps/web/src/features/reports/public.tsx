/** The door of this feature: its pages, and what other features may use of it. */
export { Downloads } from './downloads.tsx';
export { ReportPage } from './report-page.tsx';
export { ReportsPage } from './reports-page.tsx';
export { TemplatesPage } from './templates/templates-page.tsx';
