/** The door of this feature: its pages, and what other features may use of it. */
export { ActionPage } from './action-page.tsx';
export { CreateActionDialog } from './create-action-dialog.tsx';
export { PlanActionsPage } from './plan-actions-page.tsx';
