import { DELIVERY_STATUS_LABELS, type DeliveryStatus } from '@gt/contracts/words';
import { STATUS_MOVES, statusNeedsReason } from '@gt/domain/action';
import { checkReason } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { useConflictNote } from '../comments/public.tsx';
import { conflictFields } from './action-form-fields.ts';
import classes from './action-view.module.css';
import { type ActionDetail, useActionWrites } from './queries.ts';

type StatusDialogProps = {
  action: ActionDetail;
  /** Whether the person may close it: then Closed is offered, and nothing else when they may do only that. */
  mayClose: boolean;
  mayChange: boolean;
  onClose: () => void;
};

const NOTHING = { reason: '' };

const HINTS: Partial<Record<DeliveryStatus, string>> = {
  AWAITING_EVIDENCE_CHECK: 'The work is done. A verifier checks the evidence and then closes the action.',
  CLOSED: 'Needs at least one accepted item of evidence, and a verifier who took no part.',
  CANCELLED: 'The work will not be done. It stays in the plan with the reason.',
};

/** Moves an action on: only where it may go from here is offered. */
export function StatusDialog({ action: shown, mayClose, mayChange, onClose }: StatusDialogProps) {
  // As it was when the dialog opened: a refresh behind it must not pass for having been read.
  const [action] = useState(shown);
  const moves = STATUS_MOVES[action.status].filter((to) => (to === 'CLOSED' ? mayClose : mayChange));
  const [status, setStatus] = useState<DeliveryStatus | null>(moves.length === 1 ? (moves[0] ?? null) : null);
  const of = { entityType: 'ACTION', entityId: action.id };
  const draft = useDraft(`status:${action.id}`, of, NOTHING);
  const { reason } = draft.values;
  const writes = useActionWrites();
  const form = useWriteForm();
  const needsReason = status !== null && statusNeedsReason(action.status, status);

  const send = async (version: number, to: DeliveryStatus) => {
    const at = { actionId: action.id, version, reason };
    const saved = await form.send(() =>
      to === 'CLOSED' ? writes.close.mutateAsync(at) : writes.changeStatus.mutateAsync({ ...at, status: to }),
    );
    if (!saved) return;
    draft.clear();
    toast(`${action.reference} is now “${DELIVERY_STATUS_LABELS[to]}”.`);
    onClose();
  };
  const submit = () => {
    const found =
      status === null
        ? [{ field: 'status', message: 'Choose a status' }]
        : needsReason
          ? checkReason('reason', reason, 'Enter a reason')
          : [];
    if (form.passes(found) && status) void send(action.version, status);
  };
  const { conflict } = form;
  const note = useConflictNote(action, form, () => {
    draft.clear();
    onClose();
  });
  const busy = writes.close.isPending || writes.changeStatus.isPending;
  return (
    <Dialog onClose={onClose} title={`Change the status of ${action.reference}`}>
      <ErrorSummary {...form.summary} />
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          fields={[conflictFields(undefined).status]}
          mine={{ status }}
          submitLabel="Save this status"
          busy={busy}
          onBack={form.leaveConflict}
          note={{ ...note, words: reason }}
          onSubmit={(chosen) =>
            chosen.status === conflict.values.status
              ? onClose()
              : void send(conflict.version, chosen.status as DeliveryStatus)
          }
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack gap="md">
            <p className={classes.fact}>Now: {DELIVERY_STATUS_LABELS[action.status]}.</p>
            <Radio.Group
              label="New status"
              value={status}
              onChange={(value) => setStatus(value as DeliveryStatus)}
              error={form.errors.status}
            >
              <Stack gap="xs" mt="xs">
                {moves.map((to, index) => (
                  <Radio
                    key={to}
                    id={index === 0 ? 'status' : undefined}
                    data-autofocus={index === 0 || undefined}
                    value={to}
                    label={DELIVERY_STATUS_LABELS[to]}
                    description={HINTS[to]}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              id="reason"
              label={needsReason ? 'Reason' : 'Note (optional)'}
              description="Do not name a child."
              value={reason}
              onChange={(event) => draft.set({ reason: event.currentTarget.value })}
              error={form.errors.reason}
            />
            <DialogButtons label="Change the status" busy={busy} onBack={onClose} />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
