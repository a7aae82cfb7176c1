/** The door of this feature: its pages, and what other features may use of it. */
export { AskPage } from './ask-page.tsx';
export { ClosingPanel } from './closing-panel.tsx';
export { EnquiriesPage } from './enquiries-page.tsx';
export { MyAsks } from './my-asks.tsx';
export { ReadinessPage } from './readiness-page.tsx';
