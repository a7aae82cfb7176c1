import { type ComponentProps, Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';

/**
 * Parts that the table can do without until somebody asks for them: they come over the network on their own, so that
 * the table is there sooner. Render inside `Suspense`.
 */
export const ActionView = lazyPart(async () => (await import('./action-view.tsx')).ActionView);
const LazyCreateActionDialog = lazyPart(
  async () => (await import('./create-action-dialog.tsx')).CreateActionDialog,
);
export const ExportMenu = lazyPart(async () => (await import('./export-menu.tsx')).ExportMenu);
export const ViewsMenu = lazyPart(async () => (await import('../views/public.tsx')).ViewsMenu);
/** Fetched when somebody comes near the button, so that the first letters typed are not lost. */
export const FilterPicker = lazyPart(async () => (await import('./filter-picker.tsx')).FilterPicker);

/** With a Suspense of its own, so that other features can take it lazily as well. */
export function CreateActionDialog(props: ComponentProps<typeof LazyCreateActionDialog>) {
  return (
    <Suspense>
      <LazyCreateActionDialog {...props} />
    </Suspense>
  );
}
export const CellEditor = lazyPart(async () => (await import('./grid/cell-editor.tsx')).CellEditor);
export const RefusedDialog = lazyPart(async () => (await import('./grid/refused-dialog.tsx')).RefusedDialog);
export const ColumnsMenu = lazyPart(async () => (await import('./columns-menu.tsx')).ColumnsMenu);
export const BulkBar = lazyPart(async () => (await import('./bulk/bulk-bar.tsx')).BulkBar);
const LazyStatusDialog = lazyPart(async () => (await import('./status-dialog.tsx')).StatusDialog);

/** Asks ahead for the dialogs of a meeting, which are wanted even when the connection is gone by then. */
export function fetchActionDialogs(): void {
  void LazyCreateActionDialog.fetch();
  void LazyStatusDialog.fetch();
  // That door brings dialogs, which the table must not wait for.
  void import('../assignments/public.tsx').then(
    (door) => door.fetchAssignmentFields(),
    () => undefined,
  );
}

/** Changes the status of an action: `{ action, mayClose, mayChange, onClose }`. */
export function StatusDialog(props: ComponentProps<typeof LazyStatusDialog>) {
  return (
    <Suspense>
      <LazyStatusDialog {...props} />
    </Suspense>
  );
}
