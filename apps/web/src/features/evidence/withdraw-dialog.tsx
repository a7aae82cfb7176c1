import { ConfirmDialog } from '@gt/ui';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { type EvidenceDetail, useEvidenceWrites } from './queries.ts';

/** Withdraws an item that should not have been offered as proof. */
export function WithdrawDialog({ evidence, onClose }: { evidence: EvidenceDetail; onClose: () => void }) {
  const { withdraw } = useEvidenceWrites();
  const { id: evidenceId, version, reference } = evidence;
  return (
    <ConfirmDialog
      opened
      title={`Withdraw ${reference}?`}
      confirmLabel="Withdraw it"
      reasonLabel="Why is it withdrawn? Do not name a child."
      busy={withdraw.isPending}
      refusal={withdraw.error ? problemOf(withdraw.error).message : undefined}
      onClose={onClose}
      onConfirm={(reason) =>
        withdraw.mutate(
          { evidenceId, version, reason },
          {
            onSuccess: () => {
              toast(`${reference} is withdrawn.`);
              onClose();
            },
          },
        )
      }
    >
      <p>
        It no longer counts as proof and cannot be taken back. The file, its history and your reason stay on
        record.
      </p>
    </ConfirmDialog>
  );
}
