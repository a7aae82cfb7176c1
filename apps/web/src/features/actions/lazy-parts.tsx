import { type ComponentProps, lazy, Suspense } from 'react';

/**
 * Parts that the table can do without until somebody asks for them: they come over the network on their own, so that
 * the table is there sooner. Render inside `Suspense`.
 */
export const ActionView = lazy(async () => ({ default: (await import('./action-view.tsx')).ActionView }));
const LazyCreateActionDialog = lazy(async () => ({
  default: (await import('./create-action-dialog.tsx')).CreateActionDialog,
}));
export const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));
export const ViewsMenu = lazy(async () => ({ default: (await import('../views/public.tsx')).ViewsMenu }));
/** Called when somebody comes near the button, so that the first letters typed are not lost. */
export const fetchFilterPicker = () => import('./filter-picker.tsx');
export const FilterPicker = lazy(async () => ({ default: (await fetchFilterPicker()).FilterPicker }));

/** With a Suspense of its own, so that other features can take it lazily as well. */
export function CreateActionDialog(props: ComponentProps<typeof LazyCreateActionDialog>) {
  return (
    <Suspense>
      <LazyCreateActionDialog {...props} />
    </Suspense>
  );
}
export const CellEditor = lazy(async () => ({
  default: (await import('./grid/cell-editor.tsx')).CellEditor,
}));
export const RefusedDialog = lazy(async () => ({
  default: (await import('./grid/refused-dialog.tsx')).RefusedDialog,
}));
export const ColumnsMenu = lazy(async () => ({ default: (await import('./columns-menu.tsx')).ColumnsMenu }));
export const BulkBar = lazy(async () => ({ default: (await import('./bulk/bulk-bar.tsx')).BulkBar }));
const LazyStatusDialog = lazy(async () => ({ default: (await import('./status-dialog.tsx')).StatusDialog }));

/** Changes the status of an action: `{ action, mayClose, mayChange, onClose }`. */
export function StatusDialog(props: ComponentProps<typeof LazyStatusDialog>) {
  return (
    <Suspense>
      <LazyStatusDialog {...props} />
    </Suspense>
  );
}
