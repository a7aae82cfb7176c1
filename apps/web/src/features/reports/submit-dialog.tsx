import type { IsoDate } from '@gt/contracts/words';
import { submissionProblem } from '@gt/domain/report';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Alert, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type Report, refreshReports, submitMutation } from './queries.ts';

const EMPTY = { reason: '' };

/** "Submitted on": stops the clock. Without an approval a reason is asked, and kept. */
export function SubmitDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const today = useToday();
  const { id, version, missingApprovals, clock } = report;
  const submit = useMutation(submitMutation());
  const [submittedOn, setSubmittedOn] = useState<IsoDate | null>(report.submittedOn ?? today);
  const [isUnreadable, setUnreadable] = useState(false);
  const { values, set, clear } = useDraft(`submit:${id}`, { entityType: 'REPORT', entityId: id }, EMPTY);
  const form = useWriteForm();
  const warning = submissionProblem(missingApprovals, '');
  const send = async () => {
    const problem = submissionProblem(missingApprovals, values.reason);
    const passes = form.passes([
      ...(submittedOn && !isUnreadable
        ? []
        : [{ field: 'submittedOn', message: 'Enter the date it was submitted' }]),
      ...(problem ? [{ field: 'reason', message: problem }] : []),
    ]);
    if (!passes || !submittedOn) return;
    const isDone = await form.send(() =>
      submit.mutateAsync({ reportId: id, version, submittedOn, reason: values.reason }),
    );
    if (!isDone) {
      // Somebody else was sooner: this dialog holds nothing of theirs, so it goes on with what there is now.
      await refreshReports();
      return;
    }
    clear();
    onClose();
    await refreshReports();
    toast(clock ? 'The submission is on record and the clock has stopped.' : 'The submission is on record.');
  };
  return (
    <Dialog onClose={onClose} title="Record the submission" size="lg">
      <Stack gap="md">
        <ErrorSummary {...form.summary} />
        {form.conflict ? (
          <p role="alert">
            {form.conflict.changedBy} changed this paper in the meantime. Look at it again, then record the
            submission.
          </p>
        ) : null}
        {warning ? <Alert title="An approval is missing">{warning}</Alert> : null}
        <DateField
          id="submittedOn"
          label="Submitted on"
          value={submittedOn}
          error={form.errors.submittedOn}
          onChange={setSubmittedOn}
          onUnreadable={setUnreadable}
        />
        {warning ? (
          <LongText
            id="reason"
            label="Why did it go without?"
            limit={500}
            value={values.reason}
            error={form.errors.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        ) : null}
        <DialogButtons
          label={clock ? 'Stop the clock' : 'Record the submission'}
          busy={submit.isPending}
          onSubmit={() => void send()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
