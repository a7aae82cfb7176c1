import { ConfirmDialog } from '@gt/ui';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Moves a measure to the recycle bin, with a reason and a way back. */
export function RemoveDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { remove, restore } = useMeasureWrites();
  const { id: measureId, version, reference } = measure;
  return (
    <ConfirmDialog
      opened
      title={`Move ${reference} to the recycle bin?`}
      confirmLabel="Move it"
      reasonLabel="Why is it removed?"
      busy={remove.isPending}
      refusal={remove.error ? problemOf(remove.error).message : undefined}
      onClose={onClose}
      onConfirm={(reason) =>
        remove.mutate(
          { measureId, version, reason },
          {
            onSuccess: (gone) => {
              toast(`${reference} is in the recycle bin.`, {
                undo: () => restore.mutate({ measureId, version: gone.version }),
              });
              onClose();
            },
          },
        )
      }
    >
      <p>It no longer counts anywhere. Its figures and its history stay, and it can be restored.</p>
    </ConfirmDialog>
  );
}
