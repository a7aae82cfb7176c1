/** The door of this feature: its pages, and what other features may use of it. */
export { ActionPage } from './action-page.tsx';
export { CreateActionDialog, fetchActionDialogs, StatusDialog } from './lazy-parts.tsx';
export { useDueDateChange } from './use-due-date-change.ts';
export { useMay } from './use-may.ts';
