import { QUESTION_MAX } from '@gt/domain/evidence';
import { checkText } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './evidence.module.css';
import { type EvidenceDetail, useEvidenceWrites } from './queries.ts';

const UNTOUCHED = { text: '' };

/** Asks whoever brought an item what it leaves open, before it is accepted or returned. */
export function AskDialog({ evidence, onClose }: { evidence: EvidenceDetail; onClose: () => void }) {
  const { id: evidenceId, reference, uploadedBy } = evidence;
  const draft = useDraft(
    `evidence-ask:${evidenceId}`,
    { entityType: 'EVIDENCE', entityId: evidenceId },
    UNTOUCHED,
  );
  const { ask } = useEvidenceWrites();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useWriteForm();
  const { text } = draft.values;
  const submit = async () => {
    const rule = { label: 'The question', enter: 'Enter what you want to know', max: QUESTION_MAX };
    if (!form.passes(checkText('text', text, rule))) return;
    if (!(await form.send(() => ask.mutateAsync({ evidenceId, text, idempotencyKey })))) return;
    draft.clear();
    toast(`Your question has been sent to ${uploadedBy.name}.`);
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`Ask about ${reference}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <p className={classes.quiet}>
          It goes to {uploadedBy.name}, and is shown with the evidence. It stays in your queue until you
          accept or return it.
        </p>
        <LongText
          id="text"
          label="What do you want to know?"
          description="Do not name a child."
          limit={QUESTION_MAX}
          autosize
          minRows={3}
          data-autofocus
          value={text}
          onChange={(event) => draft.set({ text: event.currentTarget.value })}
          error={form.errors.text}
        />
        <DialogButtons label="Send it" busy={ask.isPending} onSubmit={() => void submit()} onBack={onClose} />
      </Stack>
    </Dialog>
  );
}
