import { type ComponentProps, Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';

/** The door of this feature. Dialogs come over the network when they are first asked for. */
export { AcceptanceBox } from './acceptance-box.tsx';
export type { AssignmentValues } from './assignment-fields.tsx';
export { BulkResults } from './bulk-results.tsx';
export { assigneesQuery, type BulkChange, type BulkResult, waitingQuery } from './queries.ts';
export { type BulkItem, runBulk } from './run-bulk.ts';

const LazyBulkAssignDialog = lazyPart(
  async () => (await import('./bulk-assign-dialog.tsx')).BulkAssignDialog,
);

/** Gives many actions to a team at once: `{ planId, items, onClose, onDone(results) }`. */
export function BulkAssignDialog(props: ComponentProps<typeof LazyBulkAssignDialog>) {
  return (
    <Suspense>
      <LazyBulkAssignDialog {...props} />
    </Suspense>
  );
}

const LazyAssignmentFields = lazyPart(async () => (await import('./assignment-fields.tsx')).AssignmentFields);

/** Team, owner, lead, partner and supporting teams, each with the work they have. */
export function AssignmentFields(props: ComponentProps<typeof LazyAssignmentFields>) {
  return (
    <Suspense>
      <LazyAssignmentFields {...props} />
    </Suspense>
  );
}

/** Asks ahead for the fields, which stand in dialogs that are wanted without a connection too. */
export const fetchAssignmentFields = (): void => void LazyAssignmentFields.fetch();

const LazyWaitingPanel = lazyPart(async () => (await import('./waiting-panel.tsx')).WaitingPanel);

/** What was given to my teams and waits for our answer. It comes after the page that it stands on. */
export function WaitingPanel() {
  return (
    <Suspense>
      <LazyWaitingPanel />
    </Suspense>
  );
}

export const WorkloadPage = lazyPart(async () => (await import('./workload-page.tsx')).WorkloadPage);
