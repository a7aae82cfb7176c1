import type { ApprovalBody, IsoDate } from '@gt/contracts/words';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { approveMutation, type Report, refreshReports } from './queries.ts';

const EMPTY = { approvedBy: '', note: '' };
const BODIES: Record<ApprovalBody, { title: string; hint: string }> = {
  COUNCIL: {
    title: 'Record the council’s approval',
    hint: 'The post or committee, such as: Cabinet, or Director of Children’s Services',
  },
  TRUST: { title: 'Record the trust’s approval', hint: 'The post or committee, such as: Trust board' },
};

type ApproveDialogProps = { report: Report; body: ApprovalBody; onClose: () => void };

/** Puts an approval on record: whose, when, by which post or committee. */
export function ApproveDialog({ report, body, onClose }: ApproveDialogProps) {
  const today = useToday();
  const approve = useMutation(approveMutation());
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [approvedOn, setApprovedOn] = useState<IsoDate | null>(today);
  const [isUnreadable, setUnreadable] = useState(false);
  const { values, set, clear } = useDraft(
    `approve:${report.id}:${body}`,
    { entityType: 'REPORT', entityId: report.id },
    EMPTY,
  );
  const form = useWriteForm();
  const send = async () => {
    const passes = form.passes([
      ...(approvedOn && !isUnreadable
        ? []
        : [{ field: 'approvedOn', message: 'Enter the date, for example 12 March 2026' }]),
      ...(values.approvedBy.trim() === ''
        ? [{ field: 'approvedBy', message: 'Enter the post or committee that approved' }]
        : []),
    ]);
    if (!passes || !approvedOn) return;
    const isDone = await form.send(() =>
      approve.mutateAsync({ reportId: report.id, body, approvedOn, ...values, idempotencyKey }),
    );
    if (!isDone) return;
    clear();
    onClose();
    await refreshReports();
    toast('The approval is on record.');
  };
  return (
    <Dialog onClose={onClose} title={BODIES[body].title} size="lg">
      <Stack gap="md">
        <ErrorSummary {...form.summary} />
        <DateField
          id="approvedOn"
          label="Approved on"
          value={approvedOn}
          error={form.errors.approvedOn}
          onChange={setApprovedOn}
          onUnreadable={setUnreadable}
        />
        <TextInput
          id="approvedBy"
          label="Approved by"
          description={BODIES[body].hint}
          value={values.approvedBy}
          error={form.errors.approvedBy}
          onChange={(event) => set({ approvedBy: event.currentTarget.value })}
        />
        <LongText
          id="note"
          label="Note (optional)"
          description="Such as where it is minuted, or a condition."
          limit={2_000}
          value={values.note}
          error={form.errors.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <DialogButtons
          label="Record the approval"
          busy={approve.isPending}
          onSubmit={() => void send()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
