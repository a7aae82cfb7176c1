import { type ComponentProps, lazy, Suspense } from 'react';

/** The door of this feature. Dialogs come over the network when they are first asked for. */
export { AcceptanceBox } from './acceptance-box.tsx';
export type { AssignmentValues } from './assignment-fields.tsx';
export { BulkResults } from './bulk-results.tsx';
export { assigneesQuery, type BulkChange, type BulkResult, waitingQuery } from './queries.ts';
export { type BulkItem, runBulk } from './run-bulk.ts';

const LazyBulkAssignDialog = lazy(async () => ({
  default: (await import('./bulk-assign-dialog.tsx')).BulkAssignDialog,
}));

/** Gives many actions to a team at once: `{ planId, items, onClose, onDone(results) }`. */
export function BulkAssignDialog(props: ComponentProps<typeof LazyBulkAssignDialog>) {
  return (
    <Suspense>
      <LazyBulkAssignDialog {...props} />
    </Suspense>
  );
}

const LazyAssignmentFields = lazy(async () => ({
  default: (await import('./assignment-fields.tsx')).AssignmentFields,
}));

/** Team, owner, lead, partner and supporting teams, each with the work they have. */
export function AssignmentFields(props: ComponentProps<typeof LazyAssignmentFields>) {
  return (
    <Suspense>
      <LazyAssignmentFields {...props} />
    </Suspense>
  );
}

const LazyWaitingPanel = lazy(async () => ({ default: (await import('./waiting-panel.tsx')).WaitingPanel }));

/** What was given to my teams and waits for our answer. It comes after the page that it stands on. */
export function WaitingPanel() {
  return (
    <Suspense>
      <LazyWaitingPanel />
    </Suspense>
  );
}

export const WorkloadPage = lazy(async () => ({
  default: (await import('./workload-page.tsx')).WorkloadPage,
}));
