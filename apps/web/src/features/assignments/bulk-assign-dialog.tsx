import { Dialog } from '@gt/ui';
import type { BulkResult } from './queries.ts';

/** One of the actions to be assigned, at the version that was on screen. */
export type BulkItem = { actionId: string; version: number; reference: string; title: string };

export type BulkAssignDialogProps = {
  planId: string;
  items: readonly BulkItem[];
  onClose: () => void;
  /** A line for each action, in the order of `items`; the dialog has shown them and offered to undo. */
  onDone: (results: readonly BulkResult[]) => void;
};

/** Gives the actions to a team, with a line for each of what became of it. */
export function BulkAssignDialog({ items, onClose }: BulkAssignDialogProps) {
  return <Dialog onClose={onClose} size="lg" title={`Assign ${items.length} actions`} />;
}
