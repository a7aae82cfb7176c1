/** The door of this feature: its pages, and what other features may use of it. */
export { CorrectInspectionDialog } from './correct-inspection-dialog.tsx';
export { CorrectPlanDialog } from './correct-plan-dialog.tsx';
export { ImportPage } from './import-page.tsx';
export { NewPlanPage } from './new-plan-page.tsx';
