import { type ComponentProps, lazy, Suspense } from 'react';

/** The door of this feature: the dialog comes over the network when it is first asked for. */
export type { BulkItem } from './bulk-assign-dialog.tsx';
export type { BulkResult } from './queries.ts';

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
