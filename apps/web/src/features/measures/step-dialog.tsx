import { formatDate, type IsoDate } from '@gt/contracts/words';
import { MEASURE_LIMITS } from '@gt/domain/measure';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './measures.module.css';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

/** Says that the process changed from one figure on, with why: mean and limits are worked out anew from there. */
export function StepDialog({ measure, onClose }: { measure: MeasureDetail; onClose: () => void }) {
  const { id: measureId, points } = measure;
  const draft = useDraft(
    `step:${measureId}`,
    { entityType: 'MEASURE', entityId: measureId },
    { date: '', reason: '' },
  );
  const { date, reason } = draft.values;
  const { addStep, removeStep } = useMeasureWrites();
  const form = useWriteForm();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const days = points.slice(1).toReversed();
  const submit = async () => {
    const found = [
      ...(date === '' ? [{ field: 'date', message: 'Choose the first figure after the change' }] : []),
      ...(reason.trim() === ''
        ? [{ field: 'reason', message: 'Enter what changed, and how that is known' }]
        : []),
    ];
    if (!form.passes(found)) return;
    let stepId = '';
    const saved = await form.send(async () => {
      ({ stepId } = await addStep.mutateAsync({ measureId, date: date as IsoDate, reason, idempotencyKey }));
    });
    if (!saved) return;
    draft.clear();
    toast('The limits begin anew there.', { undo: () => removeStep.mutate({ stepId }) });
    onClose();
  };
  return (
    <Dialog onClose={onClose} title="Begin the limits anew">
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <p className={classes.text}>
            Do this when something was changed on purpose and the figures have settled at a new level, not to
            make a signal go away. Figures before the step keep their own limits, and the step stays on
            record.
          </p>
          <NativeSelect
            id="date"
            label="First figure after the change"
            value={date}
            data={[
              { value: '', label: 'Choose one' },
              ...days.map((point) => ({ value: point.date, label: formatDate(point.date) })),
            ]}
            onChange={(event) => draft.set({ date: event.currentTarget.value })}
            error={form.errors.date}
            data-autofocus
          />
          <LongText
            id="reason"
            label="What changed, and how is that known?"
            description="Never name a child."
            autosize
            minRows={2}
            limit={MEASURE_LIMITS.comment}
            value={reason}
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
            error={form.errors.reason}
          />
          <DialogButtons label="Begin anew" busy={addStep.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
