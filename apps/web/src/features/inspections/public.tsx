/** The door of this feature: its pages, and what other features may use of it. */
export { CorrectInspectionDialog } from './correct-inspection-dialog.tsx';
export { CorrectPlanDialog } from './correct-plan-dialog.tsx';
export { ImportPage } from './import-page.tsx';
export { InspectionFields } from './inspection-fields.tsx';
export { NewPlanPage } from './new-plan-page.tsx';
export {
  emptyPlan,
  type FieldErrors,
  fromProposal,
  type PlanFormState,
  withEveryArea,
} from './plan-form-state.ts';
export { REPORT_MAX_BYTES, sendReport } from './queries.ts';
export { ReadingNotes } from './reading-notes.tsx';
export { RecommendationsFields } from './recommendations-fields.tsx';
