/** The door of this feature: its pages, and what other features may use of it. */
export { AuditPage } from './audit-page.tsx';
