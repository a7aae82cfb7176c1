import { formatDate, type IsoDate } from '@gt/contracts/words';
import { MEASURE_LIMITS } from '@gt/domain/measure';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type MeasureDetail, useMeasureWrites } from './queries.ts';

type CommentDialogProps = { measure: MeasureDetail; date: IsoDate; onClose: () => void };

/** Says something of one figure: dated, named, and kept when the figure is corrected. */
export function CommentDialog({ measure, date, onClose }: CommentDialogProps) {
  const { id: measureId } = measure;
  const draft = useDraft(
    `figure-comment:${measureId}:${date}`,
    { entityType: 'MEASURE', entityId: measureId },
    { body: '' },
  );
  const { body } = draft.values;
  const { comment, removeComment } = useMeasureWrites();
  const form = useWriteForm();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const submit = async () => {
    if (!form.passes(body.trim() === '' ? [{ field: 'body', message: 'Enter a comment' }] : [])) return;
    let commentId = '';
    const saved = await form.send(async () => {
      ({ commentId } = await comment.mutateAsync({ measureId, date, body, idempotencyKey }));
    });
    if (!saved) return;
    draft.clear();
    toast('The comment is posted.', { undo: () => removeComment.mutate({ commentId }) });
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={`Comment on the figure of ${formatDate(date)}`}>
      <ErrorSummary {...form.summary} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <LongText
            id="body"
            label="Comment"
            description="What must be known to read this figure. Never name a child."
            autosize
            minRows={3}
            limit={MEASURE_LIMITS.comment}
            value={body}
            onChange={(event) => draft.set({ body: event.currentTarget.value })}
            error={form.errors.body}
            data-autofocus
          />
          <DialogButtons label="Post comment" busy={comment.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
